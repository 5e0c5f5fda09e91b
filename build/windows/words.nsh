; What the installer says beyond the words that NSIS brings, in English and German.
!macro WORDS NAME ENGLISH GERMAN
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_GERMAN} "${GERMAN}"
!macroend

!insertmacro WORDS RUNNING \
  "Portfolio AI is running. Close its window, and every program that uses it, such as another assistant; then try again." \
  "Portfolio AI läuft noch. Schließen Sie sein Fenster und jedes Programm, das es benutzt, etwa einen anderen Assistenten, und versuchen Sie es dann noch einmal."

!insertmacro WORDS BRING_WEBVIEW \
  "Portfolio AI shows its window with Microsoft WebView2, and this computer does not have it. Its installer lies beside this one:$\r$\n$\r$\n$EXEDIR\${RUNTIME}$\r$\n$\r$\nInstall it now?" \
  "Portfolio AI zeigt sein Fenster mit Microsoft WebView2, und auf diesem Computer fehlt es. Sein Installationsprogramm liegt neben diesem:$\r$\n$\r$\n$EXEDIR\${RUNTIME}$\r$\n$\r$\nSoll es jetzt installiert werden?"
!insertmacro WORDS BRINGS_WEBVIEW "Installing Microsoft WebView2" "Microsoft WebView2 wird installiert"
!insertmacro WORDS NO_WEBVIEW \
  "Portfolio AI is installed, but it shows its window with Microsoft WebView2, and this computer does not have it.$\r$\n$\r$\nGet ${RUNTIME} (the Evergreen Standalone Installer) from https://developer.microsoft.com/microsoft-edge/webview2 and run it on this computer. It can be downloaded on another one, and needs no administrator." \
  "Portfolio AI ist installiert, aber es zeigt sein Fenster mit Microsoft WebView2, und auf diesem Computer fehlt es.$\r$\n$\r$\nLaden Sie ${RUNTIME} (den Evergreen Standalone Installer) von https://developer.microsoft.com/microsoft-edge/webview2 und führen Sie es auf diesem Computer aus. Herunterladen lässt es sich auch auf einem anderen; einen Administrator braucht es nicht."

!insertmacro WORDS REMOVE_TITLE "Remove Portfolio AI" "Portfolio AI entfernen"
!insertmacro WORDS REMOVE_SUBTITLE "The program goes. Your portfolio stays, unless you say otherwise." \
  "Das Programm wird entfernt. Ihr Portfolio bleibt, wenn Sie nichts anderes sagen."
!insertmacro WORDS REMOVE_WHAT "Portfolio AI will be removed from:$\r$\n$INSTDIR" "Portfolio AI wird entfernt aus:$\r$\n$INSTDIR"
!insertmacro WORDS REMOVE_DATA "Also delete my portfolio, with its history and all backups" \
  "Auch mein Portfolio löschen, mit seiner Geschichte und allen Sicherungen"
!insertmacro WORDS REMOVE_DATA_WHERE \
  "It is in ${DATA}. A portfolio that you keep in another folder stays in any case." \
  "Es liegt in ${DATA}. Ein Portfolio, das Sie in einem anderen Ordner halten, bleibt in jedem Fall."
!insertmacro WORDS REMOVE_DATA_REALLY \
  "Everything in ${DATA} will be deleted: the portfolio, its history, its conversations and its backups. This cannot be undone.$\r$\n$\r$\nDelete it?" \
  "Alles in ${DATA} wird gelöscht: das Portfolio, seine Geschichte, seine Gespräche und seine Sicherungen. Das lässt sich nicht rückgängig machen.$\r$\n$\r$\nSoll es gelöscht werden?"
!insertmacro WORDS REMOVE_BUTTON "Remove" "Entfernen"
