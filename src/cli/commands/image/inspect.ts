import { atLeast, type Command } from '../../command.ts';
import { unmodelled } from '../../flags/flag.ts';
import { OBJECT_FORMAT } from '../../format/object-format.ts';
import { inspectObjects } from '../inspect-objects.ts';
import { toTypedImage } from './typed-image.ts';

/** Prints all that is known of images. @see docker/cli v28.2.2 cli/command/image/inspect.go */
export const IMAGE_INSPECT: Command = {
  name: 'inspect',
  use: '[OPTIONS] IMAGE [IMAGE...]',
  short: 'Display detailed information on one or more images',
  args: atLeast(1),
  flags: [OBJECT_FORMAT, unmodelled('platform', '', 'string', 'Platform of the image')],
  run: (context) => inspectObjects(context, (api, name) => api.ImageInspect(name), { toTyped: toTypedImage }),
};
