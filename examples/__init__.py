"""Small programs with rota, and the makers of the example workbooks."""
