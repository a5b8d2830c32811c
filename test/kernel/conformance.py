"""Jupyter's own suite for kernels (jupyter_kernel_test) on one kernel; a line of JSON for each test that ran.

conformance.py KERNELSPEC_NAME LANGUAGE
"""

import json
import sys
import unittest

import jupyter_kernel_test

KERNEL, LANGUAGE = sys.argv[1:]

TYPESCRIPT = dict(
    language_name="typescript",
    file_extension=".ts",
    code_hello_world="console.log('hello, world');",
    code_stderr="console.error('test');",
    completion_samples=[
        {"text": "Math.sq", "matches": {"sqrt"}},
        {"text": "[1].findLastI", "matches": {"findLastIndex"}},
    ],
    complete_code_samples=["1", "const x = 1;", "function f(x: number): number {\n  return x * 2;\n}", "// a comment"],
    incomplete_code_samples=["function f(", "if (true) {", "const text = `hello", "[1, 2,", "/* a comment"],
    invalid_code_samples=["let 7x = 3;", "const = 1;", "1 +* 2;"],
    code_page_something="display.page('the whole text');",
    code_generate_error="throw new Error('test');",
    code_execute_result=[
        {"code": "1+2+3", "result": "6"},
        {"code": "'a' + 'b'", "result": "'ab'"},
        {"code": "[1, 2].map((n) => n * 2)", "result": "[ 2, 4 ]"},
        {"code": "41 + 1", "result": "42"},
    ],
    code_display_data=[{"code": "display.html('<b>1</b>')", "mime": "text/html"}],
    supported_history_operations=("tail", "range", "search"),
    code_history_pattern="1?2*",
    code_inspect_sample="Math.sqrt",
    code_clear_output="display.clear();",
)

TSLAB = TYPESCRIPT | dict(
    code_display_data=[{"code": "import { display } from 'tslab'; display.html('<b>1</b>')", "mime": "text/html"}],
)

DENO = TYPESCRIPT | dict(
    code_display_data=[{"code": "await Deno.jupyter.display({ 'text/html': '<b>1</b>' }, { raw: true })", "mime": "text/html"}],
)

PYTHON = dict(
    language_name="python",
    file_extension=".py",
    code_hello_world="print('hello, world')",
    code_stderr="import sys; print('test', file=sys.stderr)",
    completion_samples=[{"text": "zi", "matches": {"zip"}}],
    complete_code_samples=["1", "x = 1", "def f(x):\n  return x*2\n\n\n"],
    incomplete_code_samples=["print('''hello", "def f(x):\n  x*2"],
    invalid_code_samples=["import = 7q"],
    code_page_something="zip?",
    code_generate_error="raise ValueError('test')",
    code_execute_result=[
        {"code": "1+2+3", "result": "6"},
        {"code": "[n*n for n in range(1, 4)]", "result": "[1, 4, 9]"},
        {"code": "41 + 1", "result": "42"},
        {"code": "1 + 2 * 3", "result": "7"},
    ],
    code_display_data=[{"code": "from IPython.display import HTML, display; display(HTML('<b>1</b>'))", "mime": "text/html"}],
    supported_history_operations=("tail", "range", "search"),
    code_history_pattern="1?2*",
    code_inspect_sample="zip",
    code_clear_output="from IPython.display import clear_output; clear_output()",
)

SAMPLES = {"lossbook": TYPESCRIPT, "tslab": TSLAB, "deno": DENO, "ipykernel": PYTHON}

KernelTests = type(
    "KernelTests", (jupyter_kernel_test.KernelTests,), dict(SAMPLES[LANGUAGE], kernel_name=KERNEL)
)


class Lines(unittest.TestResult):
    """Collects what went wrong with each test, subtests included, and says it when the test is over."""

    def startTest(self, test):
        super().startTest(test)
        self.faults = []

    def addFailure(self, test, error):
        fault = f"{error[0].__name__}: {error[1]}"
        if isinstance(test, unittest.TestCase):
            self.faults.append(fault)
        else:
            sys.exit(f"{test}: {fault}")

    addError = addFailure

    def addSkip(self, test, reason):
        self.faults.append(f"skipped: {reason}")

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.faults.append(f"{error[0].__name__}: {error[1]} {subtest.params}")

    def stopTest(self, test):
        super().stopTest(test)
        print(json.dumps({"name": test._testMethodName, "faults": self.faults}), flush=True)


unittest.defaultTestLoader.loadTestsFromTestCase(KernelTests).run(Lines())
