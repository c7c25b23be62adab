# What ./ballast, ./test and .ci/run share: tools named in one sentence where they are missing, Debian's packages, a build only of what changed.
# Sourced with $root set to the folder of the project.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "$*" >&2; }

# A fingerprint of everything a build reads: names, sizes, times. About 10 ms.
ballast_stamp() {
    (cd "$root" && find src Directory.Build.props Directory.Packages.props global.json .editorconfig \
        \( -name node_modules -o -name built \) -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | cksum)
}

ballast_need_tools() {
    if ! command -v dotnet >/dev/null || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
        say "Ballast needs the .NET SDK 10: install it (Debian and Ubuntu: package dotnet-sdk-10.0 of Microsoft's repository) and run this again."
        exit 3
    fi
    if ! command -v npm >/dev/null; then
        say "Ballast needs npm (Node 20 or newer) to build its charts: install Node.js and run this again."
        exit 3
    fi
}

# Debian's packages by what they give: $1 is what must be there (a command, or a file pattern), the rest are package names.
ballast_missing_packages() {
    local wanted=()
    if [ -z "$(find /usr/lib /usr/local/lib /lib -name 'libicuuc.so*' -print -quit 2>/dev/null)" ]; then wanted+=("libicu"); fi
    if [ "${1:-}" = browser ]; then
        command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || wanted+=("chromium")
        [ -n "$(find /usr/share/fonts -iname '*noto*cjk*' -print -quit 2>/dev/null)" ] || wanted+=("fonts-noto-cjk")
    fi
    printf '%s' "${wanted[*]:-}"
}

ballast_install_packages() {
    local packages
    packages=$(ballast_missing_packages "${1:-}")
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && grep -qiE '^ID(_LIKE)?=.*(debian|ubuntu)' /etc/os-release 2>/dev/null; then
        say "Installing Debian's packages: $packages"
        apt-get update -qq >/dev/null 2>&1 || true
        # The library's package carries its version in its name, another one in each release of the system.
        packages=$(printf '%s' "$packages" | sed "s/\blibicu\b/$(apt-cache pkgnames libicu 2>/dev/null | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1)/")
        # shellcheck disable=SC2086
        if ! { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages; } >/dev/null 2>&1; then
            say "They could not be installed; going on without: $packages"
        fi
    else
        say "Please install these packages (names as on Debian): $packages"
    fi
}

ballast_build_if_changed() {
    local stamp_file="$root/artifacts/ballast.stamp" stamp
    stamp=$(ballast_stamp)
    if [ -f "$stamp_file" ] && [ "$(cat "$stamp_file")" = "$stamp" ]; then return 0; fi
    ballast_need_tools
    ballast_install_packages
    say "Building Ballast (only after a change; the first time takes a minute or two) ..."
    mkdir -p "$root/artifacts"
    ballast_build_assets
    local log="$root/artifacts/build.log"
    if ! dotnet build "$root/src/Ballast.Cli/Ballast.Cli.csproj" -c Release -nologo -v quiet >"$log" 2>&1; then
        cat "$log" >&2
        say "The build failed; the lines above say where. They are in artifacts/build.log too."
        exit 3
    fi
    ballast_stamp >"$stamp_file"
}

# The charts' script: npm ci and a bundle, only where package-lock.json or our own script changed.
ballast_build_assets() {
    local web="$root/src/Ballast.Server" stamp_file="$root/artifacts/assets.stamp" stamp
    [ -f "$web/package.json" ] || return 0
    stamp=$(cd "$web" && find package.json package-lock.json Scripts -type f -printf '%p %s\n' -exec cksum {} + 2>/dev/null | LC_ALL=C sort | cksum)
    if [ -f "$stamp_file" ] && [ "$(cat "$stamp_file")" = "$stamp" ] && [ -d "$web/wwwroot/built" ]; then return 0; fi
    local log="$root/artifacts/npm.log"
    if ! (cd "$web" && npm ci --no-audit --no-fund && npm run build) >"$log" 2>&1; then
        cat "$log" >&2
        say "npm could not build the charts; the lines above say why. They are in artifacts/npm.log too."
        exit 3
    fi
    printf '%s\n' "$stamp" >"$stamp_file"
}
