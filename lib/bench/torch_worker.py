"""PyTorch eager in its own process: answers {"loss", "inputs", "shape"} with {"ms"}, the time of value and gradient."""

import json
import math
import sys
import time

import torch
import torch.nn.functional as F

SAMPLE_S = 0.02

LOSSES = {
    'mseLoss': F.mse_loss,
    'l1Loss': F.l1_loss,
    'mbeLoss': lambda x, t: (x - t).mean(),
    'smoothL1Loss': F.smooth_l1_loss,
    'huberLoss': F.huber_loss,
    'gaussianNllLoss': F.gaussian_nll_loss,
    'poissonNllLoss': F.poisson_nll_loss,
    'klDiv': lambda x, t: F.kl_div(x, t, reduction='batchmean'),
    'softMarginLoss': F.soft_margin_loss,
    'hingeEmbeddingLoss': F.hinge_embedding_loss,
    'marginRankingLoss': F.margin_ranking_loss,
    'cosineEmbeddingLoss': F.cosine_embedding_loss,
    'tripletMarginLoss': F.triplet_margin_loss,
    'crossEntropy': F.cross_entropy,
    'nllLoss': F.nll_loss,
    'multiMarginLoss': F.multi_margin_loss,
    'binaryCrossEntropy': F.binary_cross_entropy,
    'binaryCrossEntropyWithLogits': F.binary_cross_entropy_with_logits,
    'multilabelSoftMarginLoss': F.multilabel_soft_margin_loss,
}


def make(inputs, shape):
    rows, size = shape[0], math.prod(shape)
    normal = lambda seed, of=shape: torch.randn(of, generator=torch.Generator().manual_seed(seed))
    signs = lambda n: torch.tensor([1.0, -1.0, -1.0]).neg().repeat(n // 3 + 1)[:n]
    bits = lambda: (torch.arange(size) % 3 == 0).float().reshape(shape)
    classes = lambda: torch.arange(rows) * 7 % shape[1]
    return {
        'pair': lambda: [normal(1), normal(2)],
        'rowPair': lambda: [normal(1), normal(2)],
        'pairVariance': lambda: [normal(1), normal(2), normal(3).abs() + 0.5],
        'counts': lambda: [normal(1), (normal(2).abs() * 4).floor()],
        'signs': lambda: [normal(1), signs(size)],
        'pairSigns': lambda: [normal(1), normal(2), signs(size)],
        'rowsSigns': lambda: [normal(1), normal(2), signs(rows)],
        'triplet': lambda: [normal(1), normal(2), normal(3)],
        'classes': lambda: [normal(1), classes()],
        'logClasses': lambda: [normal(1).log_softmax(1), classes()],
        'labels': lambda: [normal(1), bits()],
        'probabilityLabels': lambda: [normal(1).sigmoid(), bits()],
        'logProbabilities': lambda: [normal(1).log_softmax(1), normal(2).softmax(1)],
    }[inputs]()


MADE = {}


def sample(job):
    loss = LOSSES.get(job['loss'])
    if loss is None:
        return None
    key = job['inputs'], *job['shape']
    if key not in MADE:
        first, *others = make(job['inputs'], job['shape'])
        MADE[key] = [first.detach().requires_grad_(), *others]
    first, *others = MADE[key]

    def once():
        first.grad = None
        value = loss(first, *others)
        value.backward()
        value.item()

    once()
    started, runs = time.perf_counter(), 0
    while time.perf_counter() - started < SAMPLE_S:
        once()
        runs += 1
    return (time.perf_counter() - started) / runs * 1000


for line in sys.stdin:
    ms = sample(json.loads(line))
    print(json.dumps({} if ms is None else {'ms': ms}), flush=True)
