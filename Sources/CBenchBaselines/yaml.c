// libyaml's own event loop.
#include <errno.h>
#include <yaml.h>

#include "baselines.h"

int64_t bench_yaml_events(const unsigned char *text, unsigned long size) {
    yaml_parser_t parser;
    yaml_event_t event;
    int64_t start = bench_now();
    if (!yaml_parser_initialize(&parser)) return -ENOMEM;
    yaml_parser_set_input_string(&parser, text, size);
    int ended = 0, valid = 1;
    while (valid && !ended) {
        valid = yaml_parser_parse(&parser, &event);
        if (!valid) break;
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return valid ? bench_now() - start : -EINVAL;
}
