;; What the library written in Python may add to MicroPython's own types: methods and properties (in $extras, a dict of dicts by type) and
;; attributes of functions and exceptions (in $attributes, a dict of dicts by object). Also CPython's words for MicroPython's messages.
;; The host sets all of it when an instance starts; addresses are those of Python objects.

(global $extras (mut i32) (i32.const 0))
(global $attributes (mut i32) (i32.const 0))
(global $recursion_error (mut i32) (i32.const RUNTIME_ERROR))
(global $unbound_local_error (mut i32) (i32.const NAME_ERROR))
;; Pairs of addresses of texts, sorted by the first: MicroPython's and what is said instead.
(global $words (mut i32) (i32.const 0))
(global $words_count (mut i32) (i32.const 0))

(export "drydock_hooks" (func $set_hooks))
(export "drydock_words" (func $set_words))
(export "drydock_errors" (func $set_errors))
(export "drydock_dict_set" (func $dict_set))

;; Names of what a class is asked with when it is itself subscripted, gone through or measured.
(global $class_getitem (mut i32) (i32.const 0))
(global $class_iter (mut i32) (i32.const 0))
(global $class_len (mut i32) (i32.const 0))
(func $set_hooks (param $e i32) (param $a i32) (param $getitem i32) (param $iter i32) (param $len i32)
  (global.set $extras (local.get $e))
  (global.set $attributes (local.get $a))
  (global.set $class_getitem (local.get $getitem))
  (global.set $class_iter (local.get $iter))
  (global.set $class_len (local.get $len)))
(func $set_words (param $at i32) (param $count i32)
  (global.set $words (local.get $at))
  (global.set $words_count (local.get $count)))
(func $set_errors (param $recursion i32) (param $unbound i32)
  (global.set $recursion_error (local.get $recursion))
  (global.set $unbound_local_error (local.get $unbound)))
(func $dict_set (param $dict i32) (param $key i32) (param $value i32)
  (i32.store offset=4 (call $MAP_LOOKUP (i32.add (local.get $dict) (i32.const 4)) (local.get $key) (i32.const 1)) (local.get $value)))

(func $say (param $text i32) (result i32)
  (local $low i32) (local $high i32) (local $at i32) (local $found i32)
  (local.set $high (global.get $words_count))
  (block $none (loop $search
    (br_if $none (i32.ge_u (local.get $low) (local.get $high)))
    (local.set $at (i32.shr_u (i32.add (local.get $low) (local.get $high)) (i32.const 1)))
    (local.set $found (i32.load (i32.add (global.get $words) (i32.shl (local.get $at) (i32.const 3)))))
    (if (i32.eq (local.get $found) (local.get $text))
      (then (return (i32.load offset=4 (i32.add (global.get $words) (i32.shl (local.get $at) (i32.const 3)))))))
    (if (i32.lt_u (local.get $found) (local.get $text))
      (then (local.set $low (i32.add (local.get $at) (i32.const 1))))
      (else (local.set $high (local.get $at))))
    (br $search)))
  (local.get $text))

;; The value of a key of a dict, or 0.
(func $dict_get (param $dict i32) (param $key i32) (result i32)
  (local $entry i32)
  (if (i32.eqz (local.get $dict)) (then (return (i32.const 0))))
  (local.set $entry (call $MAP_LOOKUP (i32.add (local.get $dict) (i32.const 4)) (local.get $key) (i32.const 0)))
  (if (i32.eqz (local.get $entry)) (then (return (i32.const 0))))
  (i32.load offset=4 (local.get $entry)))

;; Functions that were written in Python.
(func $is_function (param $type i32) (result i32)
  (i32.eq (i32.and (i32.load16_u offset=4 (local.get $type)) (i32.const 96)) (i32.const 32)))

;; mp_load_method_maybe: {0, 0} where there is none, {value, 0}, or {method, self}
(func $load_method (param $object i32) (param $name i32) (param $to i32)
  (local $type i32) (local $value i32) (local $parent i32)
  (local.set $type (call $TYPE_OF (local.get $object)))
  (if (call $is_function (local.get $type))
    (then
      (local.set $value (call $dict_get (call $dict_get (global.get $attributes) (local.get $object)) (call $string (local.get $name))))
      (if (local.get $value)
        (then
          (i32.store (local.get $to) (local.get $value))
          (i32.store offset=4 (local.get $to) (i32.const 0))
          (return)))))
  (call $load_method_native (local.get $object) (local.get $name) (local.get $to))
  (if (i32.load (local.get $to)) (then (return)))
  (if (i32.eqz (global.get $extras)) (then (return)))
  (if (i32.eqz (i32.and (local.get $object) (i32.const 3)))
    (then (if (call $IS_EXCEPTION (local.get $object))
      (then
        (local.set $value (call $dict_get (call $dict_get (global.get $attributes) (local.get $object)) (call $string (local.get $name))))
        (if (local.get $value) (then (i32.store (local.get $to) (local.get $value)) (return)))))))
  ;; A type's own: str.maketrans.
  (if (i32.eq (local.get $type) (i32.const TYPE_TYPE))
    (then
      (local.set $value (call $dict_get (call $dict_get (global.get $extras) (local.get $object)) (call $string (local.get $name))))
      (if (local.get $value)
        (then
          (call $CONVERT_MEMBER (i32.const 0) (local.get $object) (local.get $value) (local.get $to))
          (return)))))
  (block $none (loop $parents
    (local.set $value (call $dict_get (call $dict_get (global.get $extras) (local.get $type)) (call $string (local.get $name))))
    (if (local.get $value)
      (then
        (if (i32.eqz (i32.and (local.get $value) (i32.const 3)))
          (then (if (i32.eq (i32.load (local.get $value)) (i32.const PROPERTY_TYPE))
            (then
              (i32.store (local.get $to) (call $CALL_1 (i32.load offset=4 (local.get $value)) (local.get $object)))
              (return)))))
        (call $CONVERT_MEMBER (local.get $object) (local.get $type) (local.get $value) (local.get $to))
        (return)))
    (br_if $none (i32.eq (local.get $type) (i32.const OBJECT_TYPE)))
    (local.set $parent (i32.load8_u offset=18 (local.get $type)))
    (local.set $type
      (if (result i32) (local.get $parent)
        (then (i32.load offset=16 (i32.add (local.get $type) (i32.shl (local.get $parent) (i32.const 2)))))
        (else (i32.const OBJECT_TYPE))))
    (if (i32.eq (i32.load (local.get $type)) (i32.const TUPLE_TYPE)) (then (local.set $type (i32.const OBJECT_TYPE))))
    (br $parents))))

(func $string (param $name i32) (result i32)
  (i32.or (i32.shl (local.get $name) (i32.const 3)) (i32.const 2)))

;; mp_store_attr
(func $store_attribute (param $object i32) (param $name i32) (param $value i32)
  (local $exception i32) (local $dict i32)
  (if (i32.eqz (i32.and (local.get $object) (i32.const 3)))
    (then
      (local.set $exception (call $IS_EXCEPTION (local.get $object)))
      (if (i32.and (local.get $exception) (i32.eq (local.get $name) (i32.const ARGS)))
        (then
          (i32.store offset=12 (local.get $object) (local.get $value))
          (return)))
      (if (i32.and (i32.ne (local.get $value) (i32.const 0)) (i32.ne (global.get $attributes) (i32.const 0)))
        (then (if (i32.or (local.get $exception) (call $is_function (i32.load (local.get $object))))
          (then
            (local.set $dict (call $dict_get (global.get $attributes) (local.get $object)))
            (if (i32.eqz (local.get $dict))
              (then
                (local.set $dict (call $NEW_DICT (i32.const 1)))
                (call $dict_set (global.get $attributes) (local.get $object) (local.get $dict))))
            (call $dict_set (local.get $dict) (call $string (local.get $name)) (local.get $value))
            (return)))))))
  (call $store_attribute_native (local.get $object) (local.get $name) (local.get $value)))

;; `module.` of a class written in Python.
(func $print_module (param $print i32) (param $type i32)
  (local $slot i32) (local $module i32)
  (local.set $slot (i32.load8_u offset=19 (local.get $type)))
  (if (i32.eqz (local.get $slot)) (then (return)))
  (local.set $module (call $dict_get
    (i32.load offset=16 (i32.add (local.get $type) (i32.shl (local.get $slot) (i32.const 2)))) (call $string (i32.const MODULE))))
  (if (i32.eqz (local.get $module)) (then (return)))
  (call $PRINT_OBJECT (local.get $print) (local.get $module) (i32.const 0))
  (drop (call $PRINT_TEXT (local.get $print) (i32.const DOT))))

(func $print_type (param $print i32) (param $type i32) (param $kind i32)
  (drop (call $PRINT_TEXT (local.get $print) (i32.const CLASS_OPEN)))
  (call $print_module (local.get $print) (local.get $type))
  (drop (call $PRINT_TEXT (local.get $print) (call $QSTR_TEXT (i32.load16_u offset=6 (local.get $type)))))
  (drop (call $PRINT_TEXT (local.get $print) (i32.const CLASS_CLOSE))))

;; `<module.` before what MicroPython prints of an object without __repr__.
(func $print_object_open (param $print i32) (param $object i32)
  (drop (call $PRINT_TEXT (local.get $print) (i32.const LESS)))
  (call $print_module (local.get $print) (call $TYPE_OF (local.get $object))))

;; The arguments of an exception, as repr shows them: no comma behind a single one.
(func $print_arguments (param $print i32) (param $tuple i32) (param $kind i32)
  (if (i32.and (i32.eq (i32.load offset=4 (local.get $tuple)) (i32.const 1)) (i32.eq (i32.and (local.get $kind) (i32.const 127)) (i32.const 1)))
    (then
      (drop (call $PRINT_TEXT (local.get $print) (i32.const OPEN)))
      (call $PRINT_OBJECT (local.get $print) (i32.load offset=8 (local.get $tuple)) (i32.const 1))
      (drop (call $PRINT_TEXT (local.get $print) (i32.const CLOSE)))
      (return)))
  (call $PRINT_TUPLE (local.get $print) (local.get $tuple) (local.get $kind)))

;; mp_obj_is_subclass_fast: a bool is an int
(func $is_subclass (param $type i32) (param $of i32) (result i32)
  (if (i32.and (i32.eq (local.get $type) (i32.const BOOL_TYPE)) (i32.eq (local.get $of) (i32.const INT_TYPE)))
    (then (return (i32.const 1))))
  (call $is_subclass_native (local.get $type) (local.get $of)))

;; Methods of texts that know ASCII only: others are left to functions written in Python.
(global $fallback_lower (mut i32) (i32.const 0))
(global $fallback_upper (mut i32) (i32.const 0))
(global $fallback_isalpha (mut i32) (i32.const 0))
(global $fallback_decode (mut i32) (i32.const 0))
(export "drydock_fallbacks" (func $set_fallbacks))
(func $set_fallbacks (param $lower i32) (param $upper i32) (param $isalpha i32) (param $decode i32)
  (global.set $fallback_lower (local.get $lower))
  (global.set $fallback_upper (local.get $upper))
  (global.set $fallback_isalpha (local.get $isalpha))
  (global.set $fallback_decode (local.get $decode)))

;; Whether a str or bytes has a byte that is not ASCII.
(func $has_other_bytes (param $object i32) (result i32)
  (local $at i32) (local $end i32)
  (if (i32.and (local.get $object) (i32.const 3))
    (then
      (if (i32.ne (i32.and (local.get $object) (i32.const 7)) (i32.const 2)) (then (return (i32.const 0))))
      (local.set $at (call $QSTR_TEXT (i32.shr_u (local.get $object) (i32.const 3))))
      (local.set $end (i32.add (local.get $at) (call $QSTR_LENGTH (i32.shr_u (local.get $object) (i32.const 3))))))
    (else
      (if (i32.and (i32.ne (i32.load (local.get $object)) (i32.const STR_TYPE)) (i32.ne (i32.load (local.get $object)) (i32.const BYTES_TYPE)))
        (then (return (i32.const 0))))
      (local.set $at (i32.load offset=12 (local.get $object)))
      (local.set $end (i32.add (local.get $at) (i32.load offset=8 (local.get $object))))))
  (block $none (loop $bytes
    (br_if $none (i32.ge_u (local.get $at) (local.get $end)))
    (if (i32.gt_u (i32.load8_u (local.get $at)) (i32.const 127)) (then (return (i32.const 1))))
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (br $bytes)))
  (i32.const 0))

(func $str_lower (param $text i32) (result i32)
  (if (call $has_other_bytes (local.get $text)) (then (return (call $CALL_1 (global.get $fallback_lower) (local.get $text)))))
  (call $str_lower_native (local.get $text)))
(func $str_upper (param $text i32) (result i32)
  (if (call $has_other_bytes (local.get $text)) (then (return (call $CALL_1 (global.get $fallback_upper) (local.get $text)))))
  (call $str_upper_native (local.get $text)))
(func $str_isalpha (param $text i32) (result i32)
  (if (call $has_other_bytes (local.get $text)) (then (return (call $CALL_1 (global.get $fallback_isalpha) (local.get $text)))))
  (call $str_isalpha_native (local.get $text)))
(func $bytes_decode (param $count i32) (param $arguments i32) (result i32)
  (if (call $has_other_bytes (i32.load (local.get $arguments)))
    (then (return (call $CALL (global.get $fallback_decode) (local.get $count) (i32.const 0) (local.get $arguments)))))
  (call $bytes_decode_native (local.get $count) (local.get $arguments)))

;; What join found instead of a text, and where.
(func $join_error (param $index i32) (param $type i32)
  (local $values i32)
  (global.set $global$0 (local.tee $values (i32.sub (global.get $global$0) (i32.const 16))))
  (i32.store (local.get $values) (local.get $index))
  (i32.store offset=4 (local.get $values) (i32.load16_u offset=6 (local.get $type)))
  (call $RAISE (i32.const TYPE_ERROR) (i32.const JOIN_TEXT) (local.get $values))
  (unreachable))

;; Calls a class's hook with the class, and a key where there is one; 0 where the object is no class.
(func $ask_class (param $object i32) (param $name i32) (param $key i32) (result i32)
  (local $frame i32) (local $result i32) (local $count i32)
  (if (i32.or (i32.eqz (local.get $name)) (i32.and (local.get $object) (i32.const 3))) (then (return (i32.const 0))))
  (if (i32.ne (i32.load (local.get $object)) (i32.const TYPE_TYPE)) (then (return (i32.const 0))))
  (global.set $global$0 (local.tee $frame (i32.sub (global.get $global$0) (i32.const 16))))
  (call $load_method (local.get $object) (local.get $name) (local.get $frame))
  (if (i32.load (local.get $frame))
    (then
      ;; A plain function gets the class; a class method has it already.
      (i32.store offset=4 (local.get $frame) (local.get $object))
      (i32.store offset=8 (local.get $frame) (local.get $key))
      (local.set $count (i32.add (i32.const 1) (i32.ne (local.get $key) (i32.const 0))))
      (local.set $result (call $CALL (i32.load (local.get $frame)) (local.get $count) (i32.const 0) (i32.add (local.get $frame) (i32.const 4))))))
  (global.set $global$0 (i32.add (local.get $frame) (i32.const 16)))
  (local.get $result))

;; mp_obj_subscr: only reading (value 4)
(func $subscript (param $object i32) (param $key i32) (param $value i32) (result i32)
  (local $result i32)
  (if (i32.eq (local.get $value) (i32.const 4))
    (then
      (local.set $result (call $ask_class (local.get $object) (global.get $class_getitem) (local.get $key)))
      (if (local.get $result) (then (return (local.get $result))))))
  (call $subscript_native (local.get $object) (local.get $key) (local.get $value)))

;; mp_getiter
(func $get_iterator (param $object i32) (param $buffer i32) (result i32)
  (local $result i32)
  (local.set $result (call $ask_class (local.get $object) (global.get $class_iter) (i32.const 0)))
  (if (local.get $result) (then (return (call $get_iterator_native (local.get $result) (local.get $buffer)))))
  (call $get_iterator_native (local.get $object) (local.get $buffer)))

;; mp_obj_len_maybe, which also tells whether an object counts as true: a class has no length (None, 6) unless it says one
(func $length (param $object i32) (result i32)
  (local $result i32)
  (local.set $result (call $ask_class (local.get $object) (global.get $class_len) (i32.const 0)))
  (if (i32.and (i32.ne (local.get $result) (i32.const 0)) (i32.ne (local.get $result) (i32.const 6))) (then (return (local.get $result))))
  (call $length_native (local.get $object)))
