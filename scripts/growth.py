#!/usr/bin/env python3
"""What a megabyte costs as the text grows, and as the list of names grows: two tables and a plot.

    scripts/growth.py NISBA CORPUS.jsonl.gz [--text 1,4,16,64,256] [--names 0,1000,10000,100000,500000] [-o PLOT.svg]

The text is the corpus over and over with other ids, sent through standard input to `nisba extract`; names are made people of
three words, loaded as a user's gazetteer beside the built-in one. Every figure is the median of three runs: seconds of CPU
(what the same command takes for one sentence subtracted) and the most memory.
"""
import argparse, gzip, itertools, json, math, os, statistics, subprocess, sys, tempfile

SENTENCE = b'{"id":"one","text":"\xd8\xa7\xd9\x84\xd8\xaa\xd9\x82\xd9\x89 \xd8\xa3\xd8\xad\xd9\x85\xd8\xaf."}\n'
SYLLABLES = ["با", "تو", "جي", "دم", "را", "سن", "شو", "طي", "عل", "فا", "كم", "نو"]

def lines(rows, megabytes):
    """Lines of JSON with so many MB of text."""
    left = megabytes * 1_000_000
    for turn in itertools.count():
        for row in rows:
            if left <= 0:
                return
            left -= len(row["text"].encode())
            yield json.dumps({**row, "id": f"{row['id']}-{turn}"}, ensure_ascii=False).encode() + b"\n"

def cost(command, source):
    """Seconds of CPU and MiB of memory at most, medians of three."""
    seconds, memory = [], []
    for _ in range(3):
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        for line in source():
            child.stdin.write(line)
        child.stdin.flush()
        # Asked of the system before the end: what wait4 tells counts this program's own memory, before the other began.
        with open(f"/proc/{child.pid}/status") as file:
            most = next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
        child.stdin.close()
        _, status, usage = os.wait4(child.pid, 0)
        if status:
            sys.exit(f"{' '.join(command)}: exit {status}")
        seconds.append(usage.ru_utime + usage.ru_stime)
        memory.append(most / 1024)
    return statistics.median(seconds), statistics.median(memory)

def word(number):
    out = ""
    for _ in range(3):
        out += SYLLABLES[number % len(SYLLABLES)]
        number //= len(SYLLABLES)
    return out

def write_names(folder, count):
    """A gazetteer of so many people."""
    with open(f"{folder}/entities.csv", "w") as entities, open(f"{folder}/aliases.csv", "w") as aliases:
        entities.write("id,kind,subkind,name_en,name_ar,country,gender,weight,wikidata,source\n")
        aliases.write("entity_id,lang,alias,kind,support,source\n")
        for n in range(count):
            name = f"{word(n)} {word(n // 7)} {word(n // 1000 + 31)}"
            entities.write(f"made{n},person,,,{name},,m,0,,made\n")
            aliases.write(f"made{n},ar,{name},name,,made\n")

def short(number):
    return f"{number // 1000}k" if number >= 1000 else str(number)

def panel(left, title, points, unit):
    """One plot of points (x, y) on doubly logarithmic axes, with the line that a linear or constant cost would follow."""
    xs, ys = [math.log10(max(x, 1)) for x, _ in points], [math.log10(max(y, 1e-3)) for _, y in points]
    low_x, high_x, low_y, high_y = min(xs), max(xs), min(ys) - 0.3, max(ys) + 0.3
    place = lambda x, y: (left + 50 + 250 * (x - low_x) / max(high_x - low_x, 1e-9), 210 - 170 * (y - low_y) / (high_y - low_y))
    dots = [place(x, y) for x, y in zip(xs, ys)]
    out = [f'<text x="{left + 50}" y="24" class="t">{title}</text>',
           f'<path class="axis" d="M{left + 50} 36V210H{left + 300}"/>',
           '<path class="line" d="M' + "L".join(f"{x:.1f} {y:.1f}" for x, y in dots) + '"/>']
    for (x, y), (dx, dy) in zip(points, dots):
        out.append(f'<circle cx="{dx:.1f}" cy="{dy:.1f}" r="3"/><text x="{dx:.1f}" y="{dy - 8:.1f}">{y:.3g}</text>'
                   f'<text x="{dx:.1f}" y="226">{short(x)}</text>')
    return "\n".join(out + [f'<text x="{left + 175}" y="244">{unit}</text>'])

def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("nisba")
    parser.add_argument("corpus")
    parser.add_argument("--text", default="1,4,16,64,256", help="MB")
    parser.add_argument("--names", default="0,1000,10000,100000,500000")
    parser.add_argument("-o", "--output", help="the plot, as SVG")
    args = parser.parse_args()
    with gzip.open(args.corpus, "rb") as file:
        rows = [json.loads(line) for line in file]
    extract = [args.nisba, "extract", "-q", "-"]
    start, _ = cost(extract, lambda: [SENTENCE])
    print(f"start, on one sentence: {start * 1000:.0f} ms of CPU\n\n| MB of text | CPU, s | s a MB | memory at most, MiB |\n| --- | --- | --- | --- |")
    text = []
    for size in map(int, args.text.split(",")):
        seconds, memory = cost(extract, lambda: lines(rows, size))
        text.append((size, seconds - start))
        print(f"| {size:,} | {seconds - start:.2f} | {(seconds - start) / size:.3f} | {memory:.0f} |", flush=True)
    print("\n| names added | start, CPU s | 4 MB of text, CPU s | memory at most, MiB |\n| --- | --- | --- | --- |")
    names = []
    for count in map(int, args.names.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            write_names(folder, count)
            command = extract + ["--gazetteer", folder]
            start, _ = cost(command, lambda: [SENTENCE])
            seconds, memory = cost(command, lambda: lines(rows, 4))
        names.append((count, seconds - start))
        print(f"| {count:,} | {start:.2f} | {seconds - start:.2f} | {memory:.0f} |", flush=True)
    if args.output:
        with open(args.output, "w") as file:
            file.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 256" font-family="sans-serif" font-size="10">\n'
                       "<style>text{text-anchor:middle;fill:#444}.t{text-anchor:start;font-size:12px;fill:#111}"
                       ".axis,.line{fill:none;stroke:#999}.line{stroke:#2563eb;stroke-width:1.5}circle{fill:#2563eb}</style>\n"
                       '<rect width="660" height="256" fill="#fff"/>\n'
                       + panel(0, "CPU seconds by MB of text", text, "MB of text") + "\n"
                       + panel(330, "CPU seconds of 4 MB by names added", names, "names added") + "\n</svg>\n")

if __name__ == "__main__":
    main()
