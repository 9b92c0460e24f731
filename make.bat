@echo off
rem The same two commands on Windows, without make:  make demo   make test
setlocal
cd /d "%~dp0"
if not exist .venv (
    py -3 -m venv .venv || python -m venv .venv || goto failed
)
if "%1"=="test" goto test
.venv\Scripts\python -m pip install --quiet --editable . || goto failed
if not exist out mkdir out
if exist out\supported-living.xlsx del out\supported-living.xlsx
.venv\Scripts\rota template out\supported-living.xlsx --example supported-living || goto failed
.venv\Scripts\rota solve out\supported-living.xlsx -o out\supported-living-rota.xlsx --seconds 45
goto done
:test
.venv\Scripts\python -m pip install --quiet --editable ".[test]" || goto failed
.venv\Scripts\ruff check . || goto failed
.venv\Scripts\ruff format --check . || goto failed
.venv\Scripts\mypy || goto failed
.venv\Scripts\pytest -n auto || goto failed
goto done
:failed
echo It did not work; the lines above say why.
exit /b 1
:done
endlocal
