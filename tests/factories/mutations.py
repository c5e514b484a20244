"""Files with a few bytes changed, cut out, put in or doubled, or cut short."""

from hypothesis import strategies as st

# What means something in the files that are read: brackets, marks, delimiters and ends of lines.
TELLING = (b"<", b">", b"&", b"</", b"\x00", b'"', b'""', b",", b";", b"\t", b"\r", b"\n", b'"\n"')


@st.composite
def mutated(draw: st.DrawFn, whole: bytes) -> bytes:
    """The content with up to six changes."""
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        if not content:
            break
        at = draw(st.integers(0, len(content) - 1))
        length = draw(st.integers(1, 60))
        match draw(st.sampled_from(["change", "delete", "insert", "tell", "repeat", "cut"])):
            case "change":
                content[at] = draw(st.integers(0, 255))
            case "delete":
                del content[at : at + length]
            case "insert":
                content[at:at] = draw(st.binary(max_size=20))
            case "tell":
                content[at:at] = draw(st.sampled_from(TELLING))
            case "repeat":
                content[at:at] = content[at : at + length] * draw(st.integers(1, 3))
            case "cut":
                del content[at:]
    return bytes(content)
