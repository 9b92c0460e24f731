"""Annealing: millions of small changes to a rota, good ones and some bad.

What a rota costs is kept up to date change by change, in compiled code over
arrays. Bad changes are taken less and less often, so that the rota settles
where no small change makes it cheaper (Kirkpatrick, Gelatt and Vecchi,
"Optimization by Simulated Annealing", 1983).
"""
