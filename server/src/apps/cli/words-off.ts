/** A call whose words are off: an option that cannot be read or is unknown. Ends with exit code 2. */
export class WordsOff extends Error {
  override readonly name = 'WordsOff';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
