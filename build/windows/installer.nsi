; The installer for Windows, for one person and without an administrator. package-windows.sh compiles it, with these defined:
;   STAGE    the folder with the files below                     OUT      the installer
;   LOOKS    the folder with icon.ico and finish.bmp
;   VERSION  as people read it                                  NUMBERS  the same as four numbers
;   SIZE     of the files in KB                                 RUNTIME  the name of Microsoft's installer of WebView2
;   STUB     another kind of installer than the 32-bit one that runs everywhere (for tests)
;   SIGN     a program that signs the file it gets (where there is one)
;
; Silent: installer.exe /S [/D=FOLDER], uninstall.exe /S [/REMOVEDATA]. Exit codes: 0 done, 1 given up by the person, 2 the
; program is running.
!ifdef STUB
  Target ${STUB}
!else
  Unicode true
!endif
SetCompressor /SOLID lzma
SetDateSave off ; the files get the time at which they are installed, and the installer is the same to the byte
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include nsDialogs.nsh

!define NAME "Portfolio AI"
!define PROGRAM "portfolio-ai.exe"
!define SHORTCUT "$SMPROGRAMS\${NAME}.lnk"
!define DATA "$LOCALAPPDATA\portfolio-ai" ; desk.DataDir
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\portfolio-ai"
!define WEBVIEW_KEY "Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

; EACH_FILE does something with every file that is installed beside the uninstaller. A file that a later version has no
; more is still deleted by name when that version is installed and removed.
!macro EACH_FILE DO
  !insertmacro ${DO} "${PROGRAM}"
  !insertmacro ${DO} "LICENCE.txt"
  !insertmacro ${DO} "THIRD-PARTY-NOTICES.txt"
!macroend
!macro INSTALL_FILE FILE
  File "${STAGE}/${FILE}"
!macroend
!macro DELETE_FILE FILE
  Delete "$INSTDIR\${FILE}"
!macroend

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

!define MUI_ICON "${LOOKS}/icon.ico"
!define MUI_UNICON "${LOOKS}/icon.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${LOOKS}/finish.bmp"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskForData un.TakeAnswer
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English ; for everybody whose language is not below
!insertmacro MUI_LANGUAGE German
!include words.nsh

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
!macro DESCRIBE LANGUAGE
  VIAddVersionKey /LANG=${LANGUAGE} CompanyName "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} FileDescription "${NAME} Installer"
  VIAddVersionKey /LANG=${LANGUAGE} FileVersion "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} LegalCopyright "Copyright 2026 the makers of ${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} ProductName "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} ProductVersion "${VERSION}"
!macroend
!insertmacro DESCRIBE ${LANG_ENGLISH}
!insertmacro DESCRIBE ${LANG_GERMAN}

!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"'
  !finalize '"${SIGN}" "%1"'
!endif

; WaitUntilClosed comes back when the program in $INSTDIR is not running: neither its window nor a command, such as "mcp"
; for another assistant. The file of a running program cannot be written.
!macro WAIT_UNTIL_CLOSED UN
  Function ${UN}WaitUntilClosed
    ${DoWhile} ${FileExists} "$INSTDIR\${PROGRAM}"
      ClearErrors
      FileOpen $0 "$INSTDIR\${PROGRAM}" a
      ${IfNot} ${Errors}
        FileClose $0
        Return
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDCANCEL`
        Abort "$(RUNNING)"
      ${EndIf}
    ${Loop}
  FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

; RemoveFromElsewhere removes the program from the folder where it was before, if a person has chosen another one now.
Function RemoveFromElsewhere
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} $0 != $INSTDIR
  ${AndIf} ${FileExists} "$0\uninstall.exe"
    ExecWait '"$0\uninstall.exe" /S _?=$0' $1 ; with _? it is waited for, and stays
    ${If} $1 = 0
      Delete "$0\uninstall.exe"
      RMDir "$0"
    ${EndIf}
  ${EndIf}
FunctionEnd

; FindWebView puts the version of WebView2 into $0, "" where there is none.
Function FindWebView
  SetRegView 32
  ReadRegStr $0 HKLM "${WEBVIEW_KEY}" "pv"
  SetRegView default
  ${If} $0 == ""
  ${OrIf} $0 == "0.0.0.0"
    ReadRegStr $0 HKCU "${WEBVIEW_KEY}" "pv"
  ${EndIf}
  ${If} $0 == "0.0.0.0"
    StrCpy $0 ""
  ${EndIf}
FunctionEnd

; BringWebView installs WebView2 where it is missing and Microsoft's installer of it lies beside this one. It connects to
; nowhere. Without WebView2 the program is installed all the same, and says at its start what to do.
Function BringWebView
  Call FindWebView
  ${If} $0 != ""
    Return
  ${EndIf}
  ${If} ${FileExists} "$EXEDIR\${RUNTIME}"
  ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION "$(BRING_WEBVIEW)" /SD IDYES IDYES`
    DetailPrint "$(BRINGS_WEBVIEW)"
    ExecWait '"$EXEDIR\${RUNTIME}" /silent /install' $1
    DetailPrint "${RUNTIME}: $1"
    Call FindWebView
  ${EndIf}
  ${If} $0 == ""
    MessageBox MB_OK|MB_ICONINFORMATION "$(NO_WEBVIEW)" /SD IDOK
  ${EndIf}
FunctionEnd

Section
  Call WaitUntilClosed
  Call RemoveFromElsewhere
  SetOutPath "$INSTDIR"
  !insertmacro EACH_FILE INSTALL_FILE
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "${SHORTCUT}" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1

  Call BringWebView
SectionEnd

; Whether the portfolio goes too: 1 only where a person has ticked the box or written the flag.
Var RemoveData
Var DataBox

Function un.onInit
  StrCpy $RemoveData 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/REMOVEDATA" $1
  ${IfNot} ${Errors}
    StrCpy $RemoveData 1
  ${EndIf}
FunctionEnd

Function un.AskForData
  !insertmacro MUI_HEADER_TEXT "$(REMOVE_TITLE)" "$(REMOVE_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 24u "$(REMOVE_WHAT)"
  Pop $0
  ${NSD_CreateCheckbox} 0 36u 100% 12u "$(REMOVE_DATA)"
  Pop $DataBox
  ${NSD_SetState} $DataBox $RemoveData
  ${NSD_CreateLabel} 12u 50u 94% 36u "$(REMOVE_DATA_WHERE)"
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(REMOVE_BUTTON)"
  nsDialogs::Show
FunctionEnd

Function un.TakeAnswer
  ${NSD_GetState} $DataBox $RemoveData
  ${If} $RemoveData = ${BST_CHECKED}
  ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(REMOVE_DATA_REALLY)" /SD IDNO IDNO`
    Abort ; stays on this page
  ${EndIf}
FunctionEnd

Section Uninstall
  Call un.WaitUntilClosed
  !insertmacro EACH_FILE DELETE_FILE
  Delete "${SHORTCUT}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only where nothing else is in it
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  ${If} $RemoveData = 1
    RMDir /r "${DATA}"
  ${EndIf}
SectionEnd
