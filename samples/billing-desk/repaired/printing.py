import subprocess


def print_file(path: str) -> str:
    done = subprocess.run(['lp', '--', path], capture_output=True, text=True)
    return done.stdout
