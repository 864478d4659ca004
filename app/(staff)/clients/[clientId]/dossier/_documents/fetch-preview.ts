import { KINDS } from "@/server/files/kinds";
import type { Preview } from "./document-preview";

/**
 * Fetches a document for showing, by POST behind the door. Its type is one of our own words, never what the file says
 * of itself: nothing in it can become a page.
 */
export async function fetchPreview(documentId: string): Promise<Preview | "no-answer" | { refusal: string }> {
  try {
    const answer = await fetch(`/api/documents/${encodeURIComponent(documentId)}/preview`, {
      method: "POST",
    });
    if (!answer.ok) {
      const body: { error?: { message?: string } } = await answer.json();
      return body.error?.message ? { refusal: body.error.message } : "no-answer";
    }
    const mime = answer.headers.get("content-type");
    const bytes = await answer.arrayBuffer();
    if (mime === KINDS.txt.mime) return { kind: "text", text: new TextDecoder().decode(bytes) };
    const known = Object.values(KINDS).find((each) => each.mime === mime);
    if (!known) return "no-answer";
    const file = new Blob([bytes], { type: known.mime });
    if (known === KINDS.pdf) return { kind: "pdf", address: URL.createObjectURL(file) };
    const drawn = await createImageBitmap(file);
    const { width, height } = drawn;
    drawn.close();
    return { kind: "image", address: URL.createObjectURL(file), width, height };
  } catch {
    // The network or the server broke off, or the picture cannot be drawn.
    return "no-answer";
  }
}
