#!/usr/bin/env python3
"""What the ten thousandth document costs, and the hundred thousandth: a store grown from a corpus repeated.

    scripts/store_scale.py NISBA FOLDER CORPUS.jsonl.gz… [--documents 100000] [--a NAME --b NAME --c NAME] [--ask]

Writes tenths of the documents (each repetition in another order, with other ids and dates), adds one after the other, and
prints for each the seconds, the seconds of CPU a thousand documents, and the most memory; then how long questions take, and
how much of the CPU, the medians of eleven. --ask only asks the store that is there.
"""
import argparse, datetime, gzip, json, os, random, resource, statistics, subprocess, sys, time

def documents(paths, count):
    """The documents of the corpora, over and over; each time in another order (always the same), with other ids, some days later."""
    lines = []
    for path in paths:
        with gzip.open(path, "rb") as file:
            lines.extend(file)
    made = 0
    turn = 0
    while made < count:
        # Tenths are alike only where each is a mixture.
        random.Random(turn).shuffle(lines)
        for line in lines[: count - made]:
            row = json.loads(line)
            row["id"] = f"{row['id']}-{turn}"
            if row.get("date"):
                day = datetime.date.fromisoformat(row["date"][:10]) + datetime.timedelta(days=turn)
                row["date"] = day.isoformat()
            made += 1
            yield row
        turn += 1

def run(command):
    """Seconds, seconds of CPU, and KiB of memory at most."""
    begin = time.monotonic()
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}: exit {status}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss

def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("nisba")
    parser.add_argument("folder")
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--a", default="Obama")
    parser.add_argument("--b", default="Netanyahu")
    parser.add_argument("--c", default="Egypt", help="one that is named often")
    parser.add_argument("--ask", action="store_true")
    args = parser.parse_args()
    os.makedirs(args.folder, exist_ok=True)
    store = os.path.join(args.folder, "scale.nisba")
    if not args.ask:
        grow(args, store)
    ask(args, store)

def grow(args, store):
    for end in ("", "-wal", "-shm"):
        if os.path.exists(store + end):
            os.remove(store + end)
    stream = documents(args.corpus, args.documents)
    tenth = args.documents // 10
    print("documents   seconds   CPU s/1000   MiB at most   file MiB", flush=True)
    costs = []
    for number in range(1, 11):
        path = os.path.join(args.folder, "tenth.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            for _ in range(tenth):
                out.write(json.dumps(next(stream), ensure_ascii=False) + "\n")
        seconds, cpu, memory = run([args.nisba, "add", "-q", store, path])
        costs.append(cpu)
        size = os.path.getsize(store) / 2**20
        print(f"{number * tenth:9}   {seconds:7.1f}   {cpu * 1000 / tenth:10.2f}   {memory / 1024:11.0f}   {size:8.0f}", flush=True)
    print(f"the last tenth cost {costs[-1] / costs[0]:.3f} of the first", flush=True)

def ask(args, store):
    for question in (["who", store, "--from", args.a, "--to", args.b], ["who", store, "--from", args.a],
                     ["who", store, "--from", args.c], ["between", store, args.a, args.b], ["between", store, args.c, args.b],
                     ["timeline", store, args.a], ["timeline", store, args.c], ["top", store],
                     ["path", store, args.a, args.b], ["conflicts", store]):
        times, cpus = [], []
        for _ in range(11):
            begin, before = time.monotonic(), cpu()
            done = subprocess.run([args.nisba, *question, "-q"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            times.append(time.monotonic() - begin)
            cpus.append(cpu() - before)
        if done.returncode > 1:
            print(f"{question[0]}: {done.stderr.decode().strip()[:80]}")
            continue
        lines = len(done.stdout.splitlines())
        seen, spent = (statistics.median(values) * 1000 for values in (times, cpus))
        print(f"{' '.join(w for w in question if w != store):40} {seen:7.1f} ms, CPU {spent:7.1f} ms, {lines} lines", flush=True)

def cpu():
    """Seconds of CPU that all programs run so far took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime

main()
