/** Where a secret or config of an included file keeps the value of its variable, as that file's env_file has it; never printed. @see compose-spec/compose-go v2.6.3 types/types.go SecretConfigXValue */
export const INCLUDED_VALUE = 'x-#value';
