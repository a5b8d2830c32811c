# nbgrader's configuration for the exercises of this course (docs/grading.md says where it goes).
from nbgrader import preprocessors

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "lossbook"

# The exercises are as students get them. nbgrader's ClearSolutions, which takes answers out, would replace whole cells here.
c.GenerateAssignment.preprocessors = [
    preprocessors.IncludeHeaderFooter,
    preprocessors.LockCells,
    preprocessors.ClearOutput,
    preprocessors.CheckCellMetadata,
    preprocessors.ComputeChecksums,
    preprocessors.SaveCells,
]

# The first cell of a notebook waits for the kernel to load TensorFlow.js.
c.ExecutePreprocessor.timeout = 60
c.Execute.timeout = 60
