import type { TextDocument } from "../../diagnostics/text-document.ts";

/** What an operand, or a file of a folder, turned out to be. */
export type ManifestFile =
  | {
      readonly kind: "text";
      /** Its file is what reports call it. */
      readonly text: TextDocument;
      /** The file, by its path from the folder that was named; that pairs files of two folders. */
      readonly path: string;
      /** The file, by its path from the working folder. */
      readonly file: string;
      /** Whether the file itself was named, not a folder around it. */
      readonly isNamed: boolean;
    }
  /** A file of a folder that cannot be read, and why. */
  | { readonly kind: "unreadable"; readonly path: string; readonly problem: string }
  | { readonly kind: "missing"; readonly operand: string };
