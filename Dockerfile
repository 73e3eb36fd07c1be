FROM alpine
RUN echo one && exit 3
