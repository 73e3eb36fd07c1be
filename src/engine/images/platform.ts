import { ApiError } from '../../api/api-error.ts';
import { formatPlatform, parsePlatform, PlatformError, type Platform } from '../build/dockerfile/platform.ts';
import type { ImageRecord } from '../state.ts';

/** The processor of the simulated machine, as Docker tells it. */
const HOST_PLATFORM = 'linux/amd64/v3';

/** @throws ApiError invalidParameter */
export function readPlatform(text: string): Platform {
  try {
    return parsePlatform(text);
  } catch (error) {
    if (error instanceof PlatformError) throw new ApiError('invalidParameter', error.message);
    throw error;
  }
}

const platformOf = ({ os, architecture, variant }: ImageRecord): string =>
  formatPlatform({ os, architecture, variant: variant ?? '' });

/** The platform that was asked for is that of the image. @throws ApiError notFound, so that it is pulled @see moby v28 daemon/images/image.go */
export function checkPlatform(image: ImageRecord, name: string, platform: Platform): void {
  if (image.os === platform.os && image.architecture === platform.architecture) return;
  throw new ApiError(
    'notFound',
    `image with reference ${name} was found but its platform (${platformOf(image)}) does not match the specified platform (${formatPlatform(platform)})`,
  );
}

/** What is said of an image for another processor where none was asked for. @see moby v28 daemon/create.go */
export function platformWarnings(image: ImageRecord, host: string): string[] {
  if (image.architecture === host) return [];
  return [
    `The requested image's platform (${platformOf(image)}) does not match the detected host platform (${HOST_PLATFORM}) and no specific platform was requested`,
  ];
}
