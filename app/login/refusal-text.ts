/** The sentence of what the API refused; `noAnswer` when the server did not answer at all. */
export function refusalText(error: { message: string; data?: unknown }, noAnswer: string): string {
  return error.data ? error.message : noAnswer;
}
