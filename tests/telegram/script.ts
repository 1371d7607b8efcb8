/** What a fake says to each text that it was told of. */
export class Script<Reply> {
  readonly #replies = new Map<string, Reply | Error>();

  /** What a text gets, from now on. */
  set(text: string, reply: Reply | Error): void {
    this.#replies.set(text, reply);
  }

  /** @throws the error that the text gets, or one that names a text that gets nothing. */
  replyTo(text: string): Reply {
    const reply = this.#replies.get(text);
    if (reply === undefined) throw new Error(`Unscripted text: ${text}`);
    if (reply instanceof Error) throw reply;
    return reply;
  }
}
