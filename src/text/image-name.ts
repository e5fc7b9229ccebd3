import type { ImageReference } from '../dockerfile/model-types';
import { knownText } from '../dockerfile/values';

/** An image for a message, without its digest: with its variables resolved if all are known, else as it is written. */
export function imageName({ value, word }: ImageReference): string {
  return (knownText(value) ?? word.value).replace(/@.*$/, '');
}
