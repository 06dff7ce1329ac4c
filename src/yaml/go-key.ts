import type { GoScalar } from "./go-scalar.ts";

/**
 * The text that Go's readers make of a key, or undefined for one that they refuse: null, or an integer beyond 64 signed
 * bits. `yes` becomes `true`, `0x10` becomes `16` and `1.0` becomes `1` (sigs.k8s.io/yaml, convertToJSONableObject).
 */
export function goKey(scalar: GoScalar): string | undefined {
  switch (scalar.type) {
    case "text":
      return scalar.value;
    case "boolean":
      return String(scalar.value);
    case "integer":
      return BigInt(scalar.digits) < 2n ** 63n ? scalar.digits : undefined;
    case "float":
      return shortestFloat32(scalar.value);
    default:
      return undefined;
  }
}

/** As strconv.FormatFloat(value, 'g', -1, 32) prints it, with YAML's words for infinity and NaN. */
function shortestFloat32(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return ".nan";
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
  if (single === 0) return Object.is(single, -0) ? "-0" : "0";
  let [mantissa = "", exponent = ""] = single.toExponential(8).split("e");
  for (let digits = 0; digits < 8; digits++) {
    const shorter = single.toExponential(digits);
    if (Math.fround(Number(shorter)) !== single) continue;
    [mantissa = "", exponent = ""] = shorter.split("e");
    break;
  }
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(`${mantissa}e${power}`));
  const sign = power < 0 ? "-" : "+";
  return `${mantissa}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
}
