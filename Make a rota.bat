@echo off
rem Drop a workbook onto this file: the rota is written beside it.
setlocal
if "%~1"=="" (
    echo Drop a workbook onto this file.
    pause
    exit /b 2
)
cd /d "%~dp0"
if not exist .venv (
    echo Setting up, once ...
    py -3 -m venv .venv || python -m venv .venv || goto failed
)
.venv\Scripts\python -m pip install --quiet --editable . || goto failed
.venv\Scripts\rota solve "%~1" -o "%~dpn1 rota.xlsx" --seconds 120
if errorlevel 2 goto failed
start "" "%~dpn1 rota.xlsx"
pause
exit /b 0
:failed
echo No rota was written; the lines above say why.
pause
exit /b 1
