/* One argon2id hash for each line on standard input; prints how many nanoseconds it took. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

/* From argon2.h of the reference library, so that its -dev package is not needed. */
int argon2id_hash_raw(uint32_t passes, uint32_t memory, uint32_t lanes, const void *text, size_t text_length,
                      const void *salt, size_t salt_length, void *hash, size_t hash_length);

int main(void) {
  uint8_t text[32] = "a peppered text of thirty-two b", salt[16] = "somesaltsomesal", hash[32];
  for (int character; (character = getchar()) != EOF;) {
    struct timespec begun, ended;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    if (argon2id_hash_raw(3, 64 * 1024, 1, text, sizeof text, salt, sizeof salt, hash, sizeof hash)) return 1;
    clock_gettime(CLOCK_MONOTONIC, &ended);
    printf("%lld\n", (ended.tv_sec - begun.tv_sec) * 1000000000ll + (ended.tv_nsec - begun.tv_nsec));
    fflush(stdout);
    salt[0]++;
  }
  return 0;
}
