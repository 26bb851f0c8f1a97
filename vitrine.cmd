@echo off
rem Vitrine's launcher for Windows: builds what is missing, then runs. Works from any directory.
rem Without arguments, or with the verb app, it opens the window; everything else is the command line.
rem Environment: JAVA_HOME, VITRINE_HOME (logs and unpacked libraries), VITRINE_JAVA_OPTIONS (such as -Xmx8g).
rem Delayed expansion stays off: it would eat the exclamation mark of the serial filter.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "TARGET=%ROOT%\src\cli\target"
set "STAMP=%TARGET%\launcher.stamp"
set "DESKTOP=%ROOT%\src\desktop\target"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "VERSION="
for /f tokens^=2^ delims^=^" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do set "VERSION=%%v"
if not defined VERSION (
  echo Vitrine needs a JDK 17 or newer and found none; install one and set JAVA_HOME to it. 1>&2
  exit /b 1
)
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo Vitrine needs Java 17 or newer, and %JAVA% is %VERSION%; set JAVA_HOME to a newer JDK. 1>&2
  exit /b 1
)

rem Build when a source is newer than the last build; tests do not count.
if not exist "%STAMP%" goto build
if not exist "%TARGET%\java.args" goto build
if not exist "%DESKTOP%\java.args" goto build
powershell -NoProfile -NonInteractive -Command "$t=(Get-Item -LiteralPath $env:STAMP).LastWriteTime; $r=$env:ROOT; $n=Get-ChildItem -LiteralPath ($r+'\pom.xml'),($r+'\.mvn'),($r+'\src'),($r+'\assets\theme') -Recurse -File | Where-Object { $_.FullName -notmatch '\\target\\|\\src\\test\\' -and $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 }"
if not errorlevel 1 goto run

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo Vitrine builds itself with Maven 3.8.6 or newer and found no mvn; install it and put it on the PATH. 1>&2
  exit /b 1
)
if exist "%STAMP%" (echo Building Vitrine ^(its sources changed^) ... 1>&2) else (echo Building Vitrine ^(first time: a few minutes^) ... 1>&2)
if not exist "%TARGET%" mkdir "%TARGET%"
type nul > "%STAMP%.new"
pushd "%ROOT%"
call mvn -B -Dmaven.test.skip=true -Dspotless.check.skip -Djacoco.skip package > "%TARGET%\build.log" 2>&1 < nul
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
  powershell -NoProfile -NonInteractive -Command "Get-Content -LiteralPath ($env:TARGET+'\build.log') -Tail 25" 1>&2
  echo Vitrine could not be built; the whole log is %TARGET%\build.log 1>&2
  exit /b 1
)
rem The class path is too long for a command line: it goes into an argument file.
powershell -NoProfile -NonInteractive -Command "$r=$env:ROOT.Replace('\','/'); $c=(Get-Content -LiteralPath ($env:TARGET+'\classpath.txt') -Raw).Trim(); Set-Content -LiteralPath ($env:TARGET+'\java.args') -Encoding Default -Value ('-cp \"'+$r+'/src/cli/target/classes;'+$r+'/src/engine/target/classes;'+$c+'\"')"
powershell -NoProfile -NonInteractive -Command "$r=$env:ROOT.Replace('\','/'); $c=(Get-Content -LiteralPath ($env:DESKTOP+'\classpath.txt') -Raw).Trim(); Set-Content -LiteralPath ($env:DESKTOP+'\java.args') -Encoding Default -Value ('-cp \"'+$r+'/src/desktop/target/classes;'+$r+'/src/engine/target/classes;'+$c+'\"')"
move /y "%STAMP%.new" "%STAMP%" >nul

:run
if defined VITRINE_HOME (set "DATA=%VITRINE_HOME%") else (set "DATA=%LOCALAPPDATA%\Vitrine")
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
set "DOOR=vitrine.cli.Main"
set "ARGS=%TARGET%\java.args"
set "WINDOW="
if "%~1"=="" set "WINDOW=1"
if /i "%~1"=="app" set "WINDOW=1"
if defined WINDOW set "DOOR=vitrine.desktop.app.Launcher"
if defined WINDOW set "ARGS=%DESKTOP%\java.args"
set "QUIET="
if %MAJOR% GEQ 24 set "QUIET=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
rem The processor's vector instructions, for what computes at length; the Java machine says one line about it.
set "FAST="
set "LONG="
if defined WINDOW set "LONG=1"
for %%v in (train evaluate compare search demo benchmark) do if /i "%~1"=="%%v" set "LONG=1"
if defined LONG if defined JAVA_HOME (
  findstr /c:"jdk.incubator.vector" "%JAVA_HOME%\release" >nul 2>nul
  if not errorlevel 1 set "FAST=--add-modules=jdk.incubator.vector"
)
"%JAVA%" %QUIET% %FAST% -XX:+UseSerialGC "-Djdk.serialFilter=!*" -Djava.awt.headless=true "-Dorg.bytedeco.javacpp.cachedir=%DATA%\javacpp" "-Dvitrine.root=%ROOT%" %VITRINE_JAVA_OPTIONS% "@%ARGS%" %DOOR% %*
exit /b %ERRORLEVEL%
