;; Ctrl-C in a loop of MicroPython's own: the host sets $interrupted, and where it is safe the static KeyboardInterrupt is raised, without the
;; traceback of the last time.

(global $interrupted (export "drydock_interrupted") (mut i32) (i32.const 0))
(func $check_interrupt
  (if (global.get $interrupted)
    (then
      (global.set $interrupted (i32.const 0))
      (i32.store (i32.const KEYBOARD_TRACEBACK) (i32.const 0))
      (call $RAISE_OBJECT (i32.const KEYBOARD_INTERRUPT)))))
