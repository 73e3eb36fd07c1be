import { formatFamiliar, parseImageReference } from '../../lib/image-reference.ts';

/** An image as lists of services and tasks show it: a digest behind a tag is left out. @see docker/cli v28.2.2 cli/command/service/formatter.go */
export function shownImage(image: string): string {
  try {
    const reference = parseImageReference(image);
    const { domain, path, tag } = reference;
    return tag === undefined ? image : formatFamiliar({ domain, path, tag });
  } catch {
    return image;
  }
}
