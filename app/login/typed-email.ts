"use client";

/** What was typed at signing in, for the page where one asks for a new password: in this window's memory only. */
let typed = "";

/** Keeps the e-mail address while the window goes on to another page of signing in. */
export function keepEmail(email: string): void {
  typed = email;
}

/** The address as it was typed last; empty in a window that was just opened. */
export function keptEmail(): string {
  return typed;
}
