internal import CArithmetic
