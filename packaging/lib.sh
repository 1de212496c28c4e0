# shellcheck shell=bash
# What packaging/run, packaging/test, packaging/benchmark and .ci/run share: packages, configuring, building. Sourced.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build

say() {
    printf '%s\n' "$*" >&2
}

die() {
    say "$*"
    exit 1
}

# The packages of the groups named, one a line.
packages_of() {
    local group
    for group in "$@"; do
        awk -v group="$group" '/^# [a-z]+:/ { current = substr($2, 1, length($2) - 1); next }
            NF && !/^#/ && current == group { print $1 }' "$root/packaging/packages.txt"
    done
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Installs the packages of these groups that are missing.
install_packages() {
    local package missing=() as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian, so nothing is installed. Postbag needs what packaging/packages.txt lists."
        return
    fi
    for package in $(packages_of "$@"); do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "These packages are missing: ${missing[*]}
Installing them needs root, and there is no sudo here. As root, run: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}" >&2
}

# configure FOLDER TYPE [OPTION...]: configures once; after that the build itself sees to changes.
configure() {
    local folder=$1 type=$2 fresh=()
    shift 2
    if [ -f "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        fresh=(--fresh)
    elif [ -f "$folder/build.ninja" ] && grep -q "^CMAKE_BUILD_TYPE:[A-Z]*=$type$" "$folder/CMakeCache.txt"; then
        return
    fi
    say "Configuring ${folder#"$root/"}"
    cmake "${fresh[@]}" -S "$root" -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE="$type" "$@" >&2
}

# build_targets FOLDER [TARGET...]
build_targets() {
    local folder=$1
    shift
    cmake --build "$folder" -j "$(nproc)" ${1:+--target "$@"} >&2
}

# set_up [TARGET...]: the packages, and a release of the targets (or of everything) in build/.
set_up() {
    install_packages build run
    configure "$build" Release
    build_targets "$build" "$@"
}
