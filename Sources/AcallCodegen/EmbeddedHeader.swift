// A compiled program as a header for C: its records and data, and functions that load, run and look.
//
// Input: its image for each architecture it can be compiled for. Output: a header that needs acall.h only.
// Programs with chains of their own, keyed outputs or processes need functions that only the runner has.

import AcallCatalog
import AcallImage
import CAcall

package struct HeaderFailure: Error {
    package let reason: String
}

package struct EmbeddedHeader {
    private let images: [BatchImage]
    private let name: String
    private let fileName: String

    package init(images: [BatchImage], fileName: String) throws(HeaderFailure) {
        self.images = images
        let base = fileName.split(separator: "/").last.map(String.init) ?? fileName
        self.fileName = base
        let stem = base.split(separator: ".").first.map(String.init) ?? base
        let word = String(stem.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        name = word.first?.isNumber == true ? "program_" + word : word
        for image in images
        where image.batches.count > 1 || image.records.contains(where: { $0.nr == ACALL_OP_HOST }) {
            throw HeaderFailure(
                reason:
                    "it starts chains or processes, or its outputs have keys or change in a loop, which needs the runner"
            )
        }
        for entry in images[0].inputs {
            switch entry.type {
            case .integers, .paths, .strings:
                throw HeaderFailure(reason: "the input \(images[0].string(entry.name)) is a list")
            default: break
            }
        }
    }

    package var text: String {
        let guardName = "ACALL_PROGRAM_" + name.uppercased() + "_H"
        let image = images[0]
        var text = """
            /*
             * Made from \(fileName) by acall-run. What is changed here is lost.
             *
             * struct \(name) program;            one for each run; some KiB: rather static than on a small stack
             * \(name)_load(&program);            before each run
             * \(name)_run(&program);             waits; the calling thread is blocked meanwhile
             */
            #ifndef \(guardName)
            #define \(guardName)

            #include <acall.h>
            #include <string.h>


            """
        for (index, image) in images.enumerated() {
            let macro = image.architecture == .x86_64 ? "__x86_64__" : "__aarch64__"
            text += "\(index == 0 ? "#if" : "#elif") defined(\(macro))\n" + data(image)
        }
        text += "#else\n#error \"\(fileName) was not compiled for this machine\"\n#endif\n\n"
        let count = image.records.count
        text += """
            struct \(name) {
                struct acall_submission records[\(count)];
                struct acall_submission *pointers[\(count)];
                struct acall_id id;
                _Alignas(16) unsigned char data[\(name)_data_size];
            };

            /* Copies the program; the inputs have their defaults. */
            static inline void \(name)_load(struct \(name) *program) {
                unsigned i;
                uint64_t base = (uint64_t)(uintptr_t)program->data, word;
                memset(program->data, 0, sizeof program->data);
                memcpy(program->data, \(name)_data, sizeof \(name)_data);
                for (i = 0; i != \(name)_relocation_count; i++) {
                    memcpy(&word, program->data + \(name)_relocations[i], 8);
                    word += base;
                    memcpy(program->data + \(name)_relocations[i], &word, 8);
                }
                for (i = 0; i < \(count); i++) {
                    struct acall_submission *record = &program->records[i];
                    unsigned mask = \(name)_masks[i], argument;
                    *record = \(name)_records[i];
                    if (mask & 1) record->completion_pointer += base;
                    for (argument = 0; argument < 6; argument++)
                        if (mask & (8u << argument)) record->args[argument] += base;
                    record->flags |= ACALL_SUBMIT_THREAD_POOL;
                    if (i + 1 < \(count)) record->flags |= ACALL_SUBMIT_LINK;
                    program->pointers[i] = record;
                }
                program->records[0].id_pointer = (uint64_t)(uintptr_t)&program->id;
            }

            /* 0 once it has ended, or a negated errno where it did not start. */
            static inline long \(name)_run(struct \(name) *program) {
                struct acall_id *id = &program->id;
                long code = acall_submit(program->pointers, \(count));
                if (code < 0) return code;
                do code = acall_comp_pwait(&id, 1, 0, 0, 0);
                while (code == -4); /* EINTR */
                return code < 0 ? code : 0;
            }


            """
        for (index, image) in images.enumerated() {
            let macro = image.architecture == .x86_64 ? "__x86_64__" : "__aarch64__"
            text += "\(index == 0 ? "#if" : "#elif") defined(\(macro))\n\n"
            for entry in image.inputs { text += setter(entry, image) }
            for entry in outputs(of: image) { text += getter(entry, image) }
        }
        return text + "#endif\n#endif\n"
    }

    // MARK: Data

    private func data(_ image: BatchImage) -> String {
        let size = max(16, (Int(image.dataSize) + 15) / 16 * 16)
        let bytes = image.data.isEmpty ? [0] : image.data
        let relocations = image.dataRelocations.isEmpty ? [0] : image.dataRelocations
        let records = image.records.map { record in
            let args = [
                record.args.0, record.args.1, record.args.2, record.args.3, record.args.4,
                record.args.5,
            ]
            // What a report would be made of is not asked for.
            let flags = record.flags & ~(ACALL_SUBMIT_COUNTED | ACALL_SUBMIT_LINK)
            let words = args.map { "\($0)u" }.joined(separator: ", ")
            return
                "    {\(record.nr)u, \(flags)u, \(record.cookie)u, 0, \(record.completion_pointer)u, 0, {\(words)}},"
        }
        return """
            enum { \(name)_data_size = \(size), \(name)_relocation_count = \(image.dataRelocations.count) };
            static const unsigned char \(name)_data[] = {
            \(rows(bytes.map { "\($0)" }))
            };
            static const unsigned \(name)_relocations[] = {
            \(rows(relocations.map { "\($0)" }))
            };
            static const unsigned short \(name)_masks[] = {
            \(rows(image.relocations.map { "\($0.rawValue)" }))
            };
            static const struct acall_submission \(name)_records[] = {
            \(records.joined(separator: "\n"))
            };

            """
    }

    private func rows(_ words: [String]) -> String {
        stride(from: 0, to: words.count, by: 20).map { start in
            "    " + words[start..<min(start + 20, words.count)].joined(separator: ", ") + ","
        }.joined(separator: "\n")
    }

    // MARK: Inputs and outputs

    private func setter(_ entry: InputEntry, _ image: BatchImage) -> String {
        let input = image.string(entry.name)
        let head = "static inline void \(name)_set_\(input)(struct \(name) *program, "
        switch entry.type {
        case .path, .string:
            return """
                /* A text that ends with a NUL; it must stay until the run has ended. */
                \(head)const char *text) {
                    uint64_t words[2] = {(uint64_t)(uintptr_t)text, strlen(text)};
                    memcpy(program->data + \(entry.slot), words, sizeof words);
                }


                """
        default:
            return """
                \(head)int64_t value) {
                    memcpy(program->data + \(entry.slot), &value, sizeof value);
                }


                """
        }
    }

    /// Of each name, all that some statement gives, in the order of the names' first mention.
    private func outputs(of image: BatchImage) -> [[OutputEntry]] {
        var places: [String: Int] = [:]
        var outputs: [[OutputEntry]] = []
        for entry in image.outputs {
            let name = image.string(entry.name)
            if let place = places[name] {
                outputs[place].append(entry)
            } else {
                places[name] = outputs.count
                outputs.append([entry])
            }
        }
        return outputs
    }

    /// - Parameter entries: of which those behind count, where several are given.
    private func getter(_ entries: [OutputEntry], _ image: BatchImage) -> String {
        guard let first = entries.first else { return "" }
        let output = image.string(first.name)
        let head = "static inline int \(name)_get_\(output)(const struct \(name) *program, "
        func chosen(_ target: String, _ size: String) -> String {
            entries.reversed().map { entry in
                """
                    memcpy(&is_set, program->data + \(entry.isSet), 8);
                    if (is_set) {
                        memcpy(\(target), program->data + \(entry.slot), \(size));
                        \(target == "value" ? "return 1;" : "goto given;")
                    }

                """
            }.joined()
        }
        switch first.kind {
        case .integer, .unsigned, .descriptor:
            return """
                /* 1, and the output; 0 where the program has not given it. */
                \(head)int64_t *value) {
                    uint64_t is_set;
                \(chosen("value", "8"))    return 0;
                }


                """
        default:
            return """
                /* 1, and the output's bytes, which stand in the program; 0 where it has not given it. */
                \(head)const unsigned char **bytes, size_t *count) {
                    uint64_t is_set, words[2];
                \(chosen("words", "sizeof words"))    return 0;
                given:
                    *bytes = (const unsigned char *)(uintptr_t)words[0];
                    *count = (size_t)words[1];
                    return 1;
                }


                """
        }
    }
}
