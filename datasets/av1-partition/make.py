"""Makes av1-partition.csv, av1-partition.bin and pictures.csv from the nodes of whole pictures.

    python datasets/av1-partition/make.py NODES.npz PICTURES.json

NODES.npz has x uint8 (N, 16, 16), y, image, qindex and pos, as README.md describes. Needs NumPy; the same files come out each time.
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np

SEED = 2026
MOST_PER_PICTURE = 900
PARTITIONS = "NONE HORZ VERT SPLIT HORZ_A HORZ_B VERT_A VERT_B HORZ_4 VERT_4".split()
# Two pictures a fold, with unlike mixes of classes.
FOLDS = [
    ["friends", "grass"],
    ["sunset", "retina"],
    ["wine", "gravel"],
    ["aitzgorri", "chelsea"],
    ["fig0B", "camera"],
    ["picosdeeuropa", "brick"],
    ["brushes1A", "seeding"],
]


def chosen(nodes, random):
    """The node of each position under one quantizer, at most MOST_PER_PICTURE of a picture, in reading order."""
    first = {}
    for i in random.permutation(len(nodes["y"])):
        first.setdefault((nodes["image"][i], *nodes["pos"][i]), i)
    kept, count = [], {}
    for place, i in first.items():
        count[place[0]] = count.get(place[0], 0) + 1
        if count[place[0]] <= MOST_PER_PICTURE:
            kept.append((tuple(int(part) for part in place), i))
    return [i for _, i in sorted(kept)]


def write_csv(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(nodes_file, pictures_file):
    folder = Path(__file__).parent
    nodes = np.load(nodes_file)
    nodes = {name: nodes[name] for name in nodes}
    pictures = {one["index"]: one for one in json.loads(Path(pictures_file).read_text(encoding="utf-8"))}
    rows = chosen(nodes, np.random.RandomState(SEED))
    write_csv(
        folder / "av1-partition.csv",
        ["picture", "row", "column", "qindex", "partition"],
        (
            [pictures[nodes["image"][i]]["name"], *nodes["pos"][i], nodes["qindex"][i], PARTITIONS[nodes["y"][i]]]
            for i in rows
        ),
    )
    (folder / "av1-partition.bin").write_bytes(nodes["x"][rows].tobytes())
    fold = {name: k for k, names in enumerate(FOLDS) for name in names}
    write_csv(
        folder / "pictures.csv",
        ["picture", "fold", "author", "licence", "file", "sha256_luma"],
        (
            [one["name"], fold[one["name"]], one["author"], one["licence"], one["file"], one["sha256_luma"]]
            for one in pictures.values()
        ),
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
