/** Before every row of progress where nothing is really done. @see docker/compose v2.36.2 pkg/api/dryrunclient.go */
export const DRY_RUN_PREFIX = ' DRY-RUN MODE - ';
