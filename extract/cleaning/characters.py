"""Classes of characters that the cleaning steps share, as pieces of regular expressions."""

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
CJK_MARKS = "\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
WIDE = HAN + CJK_MARKS
BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
