/** Of a plate nobody needs more than this to find a car, and no ear hears more. */
export const TAIL = 3;
/** Letters that no plate has: they would be read as figures. */
export const PLATE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
export const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖鲁豫鄂湘赣闽粤桂琼川渝贵云藏陕甘青宁新';
/** Province, letter, five figures; an electric car has one more and a green plate. */
export const PLATE_PLACES = 7;
export const GREEN_PLACES = 8;

/** The last three of a plate as the hub shows it (浙A·**345), or of what was typed. */
export function tailOf(plate: string): string {
  return plate.replace(/[·\s*]/g, '').slice(-TAIL);
}

export function isGreen(plate: string): boolean {
  return plate.replace(/[·\s]/g, '').length >= GREEN_PLACES;
}

export type PlateStep = 'province' | 'letter' | 'figure' | 'full';

/** Which keys come next. */
export function plateStep(typed: string): PlateStep {
  if (typed.length === 0) return 'province';
  if (typed.length === 1) return 'letter';
  return typed.length >= GREEN_PLACES ? 'full' : 'figure';
}

/** A key was pressed: what is not allowed in that place changes nothing. */
export function typePlate(typed: string, key: string): string {
  const step = plateStep(typed);
  if (step === 'full') return typed;
  const fits =
    step === 'province'
      ? PROVINCES.includes(key)
      : PLATE_LETTERS.includes(key) || (step === 'figure' && '0123456789'.includes(key));
  return fits && key.length === 1 ? typed + key : typed;
}

export function isWhole(typed: string): boolean {
  return typed.length === PLATE_PLACES || typed.length === GREEN_PLACES;
}
