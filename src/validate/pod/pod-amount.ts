import { wordText } from "../../diagnostics/show.ts";
import { formatCpu } from "../../quantity/format-quantity.ts";
import { definePodLaw } from "./pod-law.ts";

const NANOS = 10n ** 9n;
const BYTES_OF_A_MEBIBYTE = 2n ** 20n;
const NANOS_OF_A_MILLI = 10n ** 6n;

/** Amounts that are lawful and surely not meant. Source: Kubernetes, pkg/api/pod/warnings.go. */
export const podAmount = definePodLaw({
  code: "pod-amount",
  concerns: ["limits", "requests", "overhead"],
  *check({ amounts }) {
    for (const { resource: name, data, path, quantity } of amounts) {
      const nanos = quantity?.nanos;
      if (nanos === undefined || nanos < 0n) continue;
      const shown = `${name} is ${wordText(data)}`;
      if (isBytes(name) && nanos % NANOS !== 0n) {
        const message = `${shown}, which is not a whole number of bytes: "m" is a thousandth.`;
        yield { path, message, hint: "Write M or Mi for millions of bytes, such as 512Mi." };
      } else if (name === "memory" && nanos > 0n && nanos < NANOS * BYTES_OF_A_MEBIBYTE) {
        const message = `${shown}, which is less than 1Mi and too little for any container.`;
        yield {
          path,
          message,
          hint: "Write the unit, such as 8Gi; a number without one counts bytes.",
        };
      } else if (name === "cpu" && nanos % NANOS_OF_A_MILLI !== 0n) {
        const message = `${shown}, which is finer than ${formatCpu(1)}, the smallest step of CPU.`;
        yield { path, message, hint: "Write thousandths of a CPU, such as 500m." };
      } else if (name.includes("/") && name.includes("kubernetes.io/")) {
        const message = `${name} has a name that is reserved for Kubernetes itself, and nodes do not offer such a resource.`;
        yield { path, target: "key", message, hint: "Use the name that the device plugin gives." };
      }
    }
  },
});

function isBytes(name: string): boolean {
  return name === "memory" || name === "ephemeral-storage";
}
