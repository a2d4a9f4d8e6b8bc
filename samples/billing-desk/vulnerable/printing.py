import subprocess


def print_file(path: str) -> str:
    done = subprocess.run(f'lp {path}', shell=True, capture_output=True, text=True)
    return done.stdout
