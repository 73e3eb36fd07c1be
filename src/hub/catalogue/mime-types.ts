/** The types of common files, one a line: `type extension…`. @see httpd conf/mime.types, IANA */
export const MIME_TYPES = `# Which type a file has by the end of its name.
application/gzip				gz
application/javascript
application/json				json
application/manifest+json			webmanifest
application/octet-stream			bin deb iso img dmg
application/pdf					pdf
application/rss+xml				rss
application/rtf					rtf
application/wasm				wasm
application/x-7z-compressed			7z
application/x-sh				sh
application/x-tar				tar
application/xhtml+xml				xhtml xht
application/xml					xml xsl
application/zip					zip
audio/midi					mid midi
audio/mpeg					mpga mp2 mp3
audio/ogg					oga ogg
audio/x-wav					wav
font/otf					otf
font/ttf					ttf
font/woff					woff
font/woff2					woff2
image/avif					avif
image/bmp					bmp
image/gif					gif
image/jpeg					jpeg jpg jpe
image/png					png
image/svg+xml					svg svgz
image/tiff					tiff tif
image/webp					webp
image/x-icon					ico
text/calendar					ics
text/css					css
text/csv					csv
text/html					html htm
text/javascript					js mjs
text/markdown					md markdown
text/plain					txt text conf def list log in
text/tab-separated-values			tsv
text/x-c					c cc cxx cpp h
text/x-java-source				java
video/mp4					mp4 mp4v mpg4
video/mpeg					mpeg mpg
video/ogg					ogv
video/webm					webm
`;
