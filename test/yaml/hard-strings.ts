/** Strings that some YAML reader takes for something else, or cannot read, where they stand without quotes. */
export const hardStrings: readonly string[] = Object.freeze([
  // Empty and blank
  ...[
    "",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    " \n",
    "\n ",
    " \n \n",
    " \t\n",
    "\r",
    "\r\n",
    "a\r\nb",
    "a\rb",
  ],
  // Booleans and null
  ..."y Y n N yes Yes YES no No NO on On ON off Off OFF true True TRUE false False FALSE".split(
    " ",
  ),
  ..."null Null NULL ~ nil none yES tRUE nULL".split(" "),
  // Integers
  ..."0 1 -1 +1 007 0777 08 09 0189 0o17 -0o7 +0o7 0O17 0x1F -0x1F +0x1F 0X1F 0b11 -0b11 0B11".split(
    " ",
  ),
  ..."1_000 1_ _1 +_1 -_1 0x_1 0b+1 0o-1 0x_ 0b_ 18446744073709551616 9007199254740993 -0".split(
    " ",
  ),
  // Floats
  ..."1.5 1. .5 -.5 1e3 1E3 1e+3 1e-3 1.0e3 .5e3 1.0e+3 1_0.5 12e4567 1e400 e0 E12 e+1 e-1 . +. ._ ..".split(
    " ",
  ),
  ...".inf .Inf .INF -.inf +.Inf .nan .NaN nan NaN inf Infinity +.nan 2.9.3 v1.2.3".split(" "),
  // Sexagesimals and dates
  ..."1:30 12:30:45 190:20:30 20:30:00.5 0:0 01:30 2024-01-01 2024-1-1 2024-02-30".split(" "),
  ...["2024-01-01T00:00:00Z", "2024-01-01 00:00:00", "2024-01-01T00:00:00,5Z"],
  // Signs of the syntax
  ..."- -- --- ? : :: a: :a a:b a::b a# #a a#b & &a * *a ! !a !!a | > % @ ` , [ ] { } [] {} ' \" \\ = == => <".split(
    " ",
  ),
  ...[
    "- a",
    "? a",
    "a: b",
    ": a",
    "a #b",
    "a\t#b",
    "a: ",
    "a :b",
    "--- a",
    "... a",
    "%YAML 1.1",
    "{{ x }}",
  ],
  ..."|- >+ 'a' \"a\" 'a \"a a' a\" it's $(A) $A a,b a;b a|b (a) <a> a&b a*b a!b a?b".split(" "),
  // Blanks in and around
  ...[" a", "a ", "\ta", "a\t", "a b", "a\tb", "a  b", "\u00a0", "a\u00a0b", "\u2003a", "\u3000a"],
  // Several lines
  ...[
    "a\nb",
    "a\nb\n",
    "a\n\nb",
    "a\n\n",
    "a\nb\n\n",
    "\na",
    "\n\na\n",
    " a\nb",
    "a\n b",
    "a \nb",
    "a\n \nb",
  ],
  ...[
    "\ta\nb",
    "a\n\tb",
    "a\t\nb",
    "a\nb ",
    "- a\n- b",
    "# a\nb",
    "a\n# b",
    "a\n---\nb",
    "---\na",
    "a\n...\n",
  ],
  ...[
    "a: b\nc: d\n",
    "|\na",
    "{a\nb}",
    '"a\nb"',
    "a\r\nb\n",
    "a\\\nb",
    "\u3000a\nb",
    "a\u2028b\nc",
  ],
  `${"a ".repeat(60)}\n${"b ".repeat(60)}`,
  `${"word ".repeat(40)}end`,
  ` ${"word ".repeat(40)}end`,
  `${"x".repeat(45)}\n \n${"y".repeat(45)}`,
  "a".repeat(256),
  "a".repeat(257),
  // Escapes
  ...[
    "\0",
    "\u0001",
    "\u0007",
    "\b",
    "\v",
    "\f",
    "\u001b",
    "\u001f",
    "a\0b",
    "\\n",
    "\\",
    "\\\\",
    '"',
    '\\"',
  ],
  ...[
    "\u00ad",
    "\u061c",
    "\u200b",
    "\u200e",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2060",
    "\u2066",
    "\ufeff",
    "\ufeffa",
  ],
  ...["\ue000", "\ufdd0", "\ufff9", "\ufffd", "\u{1fffe}", "\u{e0041}", "\u{f0000}", "\u{10ffff}"],
  ...["é", "ß", "日本", "😀", "a😀b", "👩‍💻", "e\u0301", "\u0660"],
  // Names that objects have
  ..."__proto__ constructor toString valueOf hasOwnProperty length".split(" "),
  // What manifests hold
  ..."nvidia.com/gpu g4dn.xlarge 1500m 2Gi ray.io/v1 /tmp/ray 0.0.0.0 registry.example.com:5000/a/b:1.2".split(
    " ",
  ),
  ...[
    "gs://bucket/path?x=1",
    "a@sha256:0123",
    "12e4567",
    "ray stop",
    "-c",
    "--flag=1",
    "[1, 2]",
    '{"a": 1}',
  ],
]);

/** Strings that no chain of readers carries, escaped or not. */
export const uncarriedStrings: readonly string[] = Object.freeze([
  ...["\u007f", "\u0080", "\u0085", "\u009f", "\ufffe", "\uffff", "\ud800", "\udfff"],
  ...[
    "a\u007f",
    "a\u0085b",
    "\n\u0080",
    "1\u009f",
    "a\nb\ufffe",
    "😀\ud83d",
    "\ude00\ud83d",
    "a\udc00b",
  ],
]);
