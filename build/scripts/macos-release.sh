#!/usr/bin/env bash
# Usage: macos-release.sh     (on a Mac, after macos-build.sh arm64 amd64)
#
# Signs the application, has Apple notarise it, and makes a disk image and an installer of it in dist, each signed,
# notarised and checked. Without MACOS_IDENTITY they are for trying out: not notarised, and called "unsigned".
#
#   MACOS_IDENTITY            "Developer ID Application: NAME (TEAM)", in a keychain that is unlocked
#   MACOS_INSTALLER_IDENTITY  "Developer ID Installer: NAME (TEAM)"
#   NOTARY_KEY, NOTARY_KEY_ID, NOTARY_ISSUER  a key of App Store Connect: its file, its id, who issued it
set -euo pipefail
cd "$(dirname "$0")/../.."

app="build/bin/Portfolio AI.app"
program=$app/Contents/MacOS/portfolio-ai
identity=${MACOS_IDENTITY:-}
version=$(build/scripts/version.sh)
name=portfolio-ai-$version-macos
[[ -n $identity ]] || name=$name-unsigned
dmg=dist/$name.dmg pkg=dist/$name.pkg
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

lipo "$program" -verify_arch x86_64 arm64
rm -rf dist
mkdir -p dist

notarise() { # FILE
	xcrun notarytool submit "$1" --key "$NOTARY_KEY" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER" \
		--wait --timeout 45m --output-format json | tee "$scratch/notary.json"
	[[ $(plutil -extract status raw "$scratch/notary.json") == Accepted ]] || {
		xcrun notarytool log "$(plutil -extract id raw "$scratch/notary.json")" \
			--key "$NOTARY_KEY" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER"
		return 1
	}
}

# Apple's Macs start nothing without any signature: "-" is one of nobody.
how=(--sign -)
[[ -z $identity ]] || how=(--sign "$identity" --timestamp)
codesign --force --options runtime --entitlements build/darwin/entitlements.plist "${how[@]}" "$app"
codesign --verify --deep --strict --verbose=2 "$app"
if [[ -n $identity ]]; then
	ditto -c -k --keepParent "$app" "$scratch/app.zip"
	notarise "$scratch/app.zip"
	xcrun stapler staple "$app"
	xcrun stapler validate "$app"
	spctl --assess --type execute --verbose=4 "$app"
fi

# What works without a window works, as it was signed.
data=$scratch/data
"$program" --data-dir "$data" sample
"$program" --data-dir "$data" ask "Which programs are Off Track?"
"$program" --data-dir "$data" check

mkdir "$scratch/image"
ditto "$app" "$scratch/image/Portfolio AI.app"
ln -s /Applications "$scratch/image/Applications"
hdiutil create -volname "Portfolio AI" -srcfolder "$scratch/image" -fs HFS+ -format UDZO "$dmg"
hdiutil verify "$dmg"

pkgbuild --component "$app" --install-location /Applications --version "$(build/scripts/version.sh numbers)" \
	--identifier "$(plutil -extract CFBundleIdentifier raw "$app/Contents/Info.plist")" "$scratch/app.pkg"
if [[ -n $identity ]]; then
	productbuild --package "$scratch/app.pkg" --sign "$MACOS_INSTALLER_IDENTITY" --timestamp "$pkg"
	pkgutil --check-signature "$pkg"
	codesign "${how[@]}" "$dmg"
	codesign --verify --strict --verbose=2 "$dmg"
	for file in "$dmg" "$pkg"; do
		notarise "$file"
		xcrun stapler staple "$file"
		xcrun stapler validate "$file"
	done
	spctl --assess --type open --context context:primary-signature --verbose=4 "$dmg"
	spctl --assess --type install --verbose=4 "$pkg"
else
	productbuild --package "$scratch/app.pkg" "$pkg"
fi
