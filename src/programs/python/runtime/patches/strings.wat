;; Finds interned strings by their hash. MicroPython looks through all of them for each string that a program makes: there are few on a small
;; machine, and thousands where the whole library is compiled. The host makes the table ($strings) and fills in what there is.

;; 65,536 numbers of 16 bits: by hash, the first string that had it. 0: there is none. 65535: one whose number does not fit.
(global $strings (mut i32) (i32.const 0))
(export "drydock_strings" (func $set_strings))
(func $set_strings (param $at i32) (global.set $strings (local.get $at)))

;; qstr_compute_hash(text, length)
(func $string_hash (param $text i32) (param $length i32) (result i32)
  (local $hash i32) (local $end i32)
  (local.set $hash (i32.const 5381))
  (local.set $end (i32.add (local.get $text) (local.get $length)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $text) (local.get $end)))
    (local.set $hash (i32.xor (i32.mul (local.get $hash) (i32.const 33)) (i32.load8_u (local.get $text))))
    (local.set $text (i32.add (local.get $text) (i32.const 1)))
    (br $next)))
  (local.set $hash (i32.and (local.get $hash) (i32.const 65535)))
  (select (local.get $hash) (i32.const 1) (local.get $hash)))

(func $same_bytes (param $a i32) (param $b i32) (param $length i32) (result i32)
  (block $done (loop $next
    (br_if $done (i32.eqz (local.get $length)))
    (if (i32.ne (i32.load8_u (local.get $a)) (i32.load8_u (local.get $b))) (then (return (i32.const 0))))
    (local.set $a (i32.add (local.get $a) (i32.const 1)))
    (local.set $b (i32.add (local.get $b) (i32.const 1)))
    (local.set $length (i32.sub (local.get $length) (i32.const 1)))
    (br $next)))
  (i32.const 1))

(func $string_entry (param $text i32) (param $length i32) (result i32)
  (i32.add (global.get $strings) (i32.shl (call $string_hash (local.get $text) (local.get $length)) (i32.const 1))))

;; qstr_find_strn(text, length): its number, or 0
(func $find_string (param $text i32) (param $length i32) (result i32)
  (local $found i32)
  (if (i32.eqz (global.get $strings)) (then (return (call $find_string_native (local.get $text) (local.get $length)))))
  (local.set $found (i32.load16_u (call $string_entry (local.get $text) (local.get $length))))
  (if (i32.eqz (local.get $found)) (then (return (i32.const 0))))
  (if (i32.ne (local.get $found) (i32.const 65535)) (then
    (if (i32.eq (call $QSTR_LENGTH (local.get $found)) (local.get $length)) (then
      (if (call $same_bytes (call $QSTR_TEXT (local.get $found)) (local.get $text) (local.get $length))
        (then (return (local.get $found))))))))
  (call $find_string_native (local.get $text) (local.get $length)))

;; qstr_from_strn(text, length, is_static): its number, which is new where there was none
(func $intern_string (param $text i32) (param $length i32) (param $static i32) (result i32)
  (local $number i32) (local $entry i32)
  (local.set $number (call $intern_string_native (local.get $text) (local.get $length) (local.get $static)))
  (if (global.get $strings) (then
    (local.set $entry (call $string_entry (local.get $text) (local.get $length)))
    (if (i32.eqz (i32.load16_u (local.get $entry))) (then
      (i32.store16 (local.get $entry) (select (local.get $number) (i32.const 65535) (i32.lt_u (local.get $number) (i32.const 65535))))))))
  (local.get $number))
