/** What came of a download: the file is with the browser, or the sentence of the refusal, or no (whole) answer. */
export type Saved = "saved" | "no-answer" | { refusal: string };

/**
 * Fetches a file of ours and hands it to the browser. By POST from our own page: an address alone downloads
 * nothing. A file that arrives broken is not saved.
 * @param fallback its name, should the answer not say one
 * @param body what the file is to be made of; travels in the request, never in the address
 */
export async function saveFile(address: string, fallback: string, body?: object): Promise<Saved> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      ...(body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) return await refusalOf(answer);
    const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
    saveAs(await answer.blob(), name ?? fallback);
    return "saved";
  } catch {
    // The network, the server or the file itself broke off: nothing was saved, whatever the browser says of it.
    return "no-answer";
  }
}

async function refusalOf(answer: Response): Promise<Saved> {
  const body: { error?: { message?: string } } = await answer.json();
  return body.error?.message ? { refusal: body.error.message } : "no-answer";
}

function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the file once the click is handled; a little later its memory can go.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
