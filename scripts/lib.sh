# shellcheck shell=sh
# Shared by scripts/run and scripts/test: finds a Python, installs what is missing, keeps .venv at the locked versions.
# Sourced with the project's folder as working directory. Quick when there is nothing to do.

# Libraries that Qt loads and that a minimal Debian or Ubuntu lacks: "shared object=package".
QT_LIBRARIES="
libEGL.so.1=libegl1 libGL.so.1=libgl1 libglib-2.0.so.0=libglib2.0-0 libfontconfig.so.1=libfontconfig1
libdbus-1.so.3=libdbus-1-3 libxkbcommon.so.0=libxkbcommon0 libxkbcommon-x11.so.0=libxkbcommon-x11-0
libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-image.so.0=libxcb-image0
libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-randr.so.0=libxcb-randr0 libxcb-render-util.so.0=libxcb-render-util0
libxcb-shape.so.0=libxcb-shape0 libxcb-xfixes.so.0=libxcb-xfixes0 libxcb-xkb.so.1=libxcb-xkb1
libX11-xcb.so.1=libx11-xcb1"

die() { printf 'quizapp: %s\n' "$*" >&2; exit 1; }

# Prints the newest Python from 3.11 on, or nothing.
find_python() {
    for name in python3.13 python3.12 python3.11 python3.14 python3; do
        if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
}

# Prints the packages of Qt's libraries that are missing.
missing_libraries() {
    libraries=$(/sbin/ldconfig -p)
    for pair in $QT_LIBRARIES; do
        case "$libraries" in *"${pair%%=*} "*) ;; *) printf '%s ' "${pair##*=}" ;; esac
    done
}

# Prints the package without which the Python $1 can't make virtual environments, or nothing.
missing_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null || "$1" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])'
}

# Installs packages as root or through sudo, or says the one line that does.
install_packages() {
    line="apt-get update && apt-get install -y --no-install-recommends $*"
    command -v apt-get >/dev/null || die "system libraries are missing: $* (Debian's names). Install them and start again."
    said="quizapp: installing system packages: $*"
    if [ "$(id -u)" = 0 ]; then
        echo "$said" >&2
        DEBIAN_FRONTEND=noninteractive sh -c "$line" >&2 || die "the installation failed. Run as root:  $line"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        echo "$said" >&2
        sudo DEBIAN_FRONTEND=noninteractive sh -c "$line" >&2 || die "the installation failed. Run:  sudo sh -c '$line'"
    else
        die "system packages are missing. Run this as root, then start again:  $line"
    fi
}

# Whether the environment in folder $2 holds what the lock file $1 says: it keeps a copy of each lock it was made from.
is_installed() { [ -x "$2/bin/python" ] && cmp -s "$1" "$2/installed/${1##*/}"; }

# Makes the environment in folder $2 hold exactly what the lock file $1 says.
ensure_venv() {
    is_installed "$1" "$2" && return
    python=$(find_python)
    if [ -z "$python" ]; then
        install_packages python3 python3-venv
        python=$(find_python)
        [ -n "$python" ] || die "Python 3.11 or newer is needed, and this system's python3 is older. Install a newer one."
    fi
    package=$(missing_venv "$python")
    [ -z "$package" ] || install_packages "$package"
    printf 'quizapp: setting up the Python environment in %s\n' "$2" >&2
    if [ ! -x "$2/bin/python" ] || [ ! -d "$2/installed" ]; then
        "$python" -m venv --clear "$2" || die "no virtual environment can be made in $PWD/$2"
    fi
    # The lock is whole. Left to resolve by itself, an older pip takes the newest coverage[toml] beside the locked one.
    "$2/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$1" >&2 ||
        die "the Python packages could not be installed, see above. Then start again."
    mkdir -p "$2/installed"
    cp "$1" "$2/installed/"
}

# Everything before the program can start: system libraries, and .venv as the lock file $1 says.
prepare() {
    missing=$(missing_libraries)
    # shellcheck disable=SC2086 # a list of names
    [ -z "$missing" ] || install_packages $missing
    ensure_venv "$1" .venv
}
