/** South Africa and Saudi Arabia: numbers written at home begin with 0, from abroad with these. */
const COUNTRY_CODES = ['27', '966'];
/** Fewer digits are too few to tell a number at home from one with its country. */
const TELLING = 6;

/** @returns the digits of a text, Latin; `+` and what is written between them is left out */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D/gu, '');
}

/** The ways in which the same number, whole or begun, may have been written: 082 123 … and +27 82 123 … */
export function phoneForms(digits: string): string[] {
  const plain = digits.startsWith('00') ? digits.slice(2) : digits;
  if (plain.length < TELLING) return [plain];
  if (plain.startsWith('0')) return [plain, ...COUNTRY_CODES.map((code) => code + plain.slice(1))];
  const code = COUNTRY_CODES.find((each) => plain.startsWith(each));
  return code === undefined ? [plain] : [plain, `0${plain.slice(code.length)}`];
}

/** The one form by which two writings of a number are known to be the same. */
export function atHome(digits: string): string {
  return phoneForms(digits).find((form) => form.startsWith('0')) ?? digits;
}
