/* Records what a process does to the files below one folder, in one order, for replay.rs.
 *
 * Preload it: ISTIADA_CUT_ROOT names the folder, ISTIADA_CUT_LOG the record. Files are told apart by their inode
 * number, asked of the descriptor at each call, so copies of a descriptor (dup, fcntl, inheritance) are seen as what
 * they are. What cannot be recorded faithfully (shared writable mappings) is recorded as such, and replay refuses.
 *
 * Each entry: kind (1 byte), inode (8), a (8), b (8), length (8), then that many bytes; little-endian.
 *   'F' inode, a = 1 file / 2 folder, path       an inode was met under this path; it existed before
 *   'N' inode, a = 1 file / 2 folder, path       a name was made for a new inode
 *   'L' inode, path                              one more name for an inode (link)
 *   'W' inode, a = offset, data                  bytes were written
 *   'T' inode, a = length                        the length was set
 *   'S' inode                                    the inode was synced; 'S' with inode 0: everything was
 *   'R' a = flags, "from\0to"                    a name was moved; flag 2: the two were exchanged
 *   'U' path                                     a name was taken away
 *   'K' data                                     lines on standard output that begin with ACK
 *   'X' text                                     something happened that cannot be replayed
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define TRUE_CALL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define LOCKED(...) do { pthread_mutex_lock(&turn); __VA_ARGS__; pthread_mutex_unlock(&turn); } while (0)

static pthread_mutex_t turn = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static int record_fd = -1;
static char root[PATH_MAX];
static size_t root_length;
static dev_t root_device;

/* The inodes below the root: an open-addressed set that only grows; 1 stands for one that was taken out. */
static uint64_t *known;
static size_t known_room, known_count;

static size_t slot_of(uint64_t inode) {
  size_t at = (inode * 0x9e3779b97f4a7c15ull) % known_room;
  while (known[at] && known[at] != inode) at = (at + 1) % known_room;
  return at;
}
static int is_known(uint64_t inode) { return known_room && known[slot_of(inode)] == inode; }
static void learn(uint64_t inode) {
  if (known_count * 2 >= known_room) {
    uint64_t *old = known;
    size_t room = known_room;
    known_room = room ? room * 2 : 1024;
    known = calloc(known_room, sizeof *known);
    if (!known) abort();
    known_count = 0;
    for (size_t i = 0; i < room; i++)
      if (old[i] > 1) { known[slot_of(old[i])] = old[i]; known_count++; }
    free(old);
  }
  size_t at = slot_of(inode);
  if (!known[at]) { known[at] = inode; known_count++; }
}
static void forget(uint64_t inode) { if (is_known(inode)) known[slot_of(inode)] = 1; }

static void put_bytes(const void *data, size_t length) {
  const char *rest = data;
  while (length) {
    ssize_t count = TRUE_CALL(write)(record_fd, rest, length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) abort();
    rest += count;
    length -= (size_t)count;
  }
}
static void entry(char kind, uint64_t inode, uint64_t a, uint64_t b, const void *data, uint64_t length) {
  unsigned char head[33];
  head[0] = (unsigned char)kind;
  memcpy(head + 1, &inode, 8); memcpy(head + 9, &a, 8); memcpy(head + 17, &b, 8); memcpy(head + 25, &length, 8);
  put_bytes(head, sizeof head);
  if (length) put_bytes(data, length);
}
static void cannot(const char *what) { if (record_fd >= 0) entry('X', 0, 0, 0, what, strlen(what)); }

/* The path below the root, without following the last part; NULL where it lies elsewhere. */
static const char *below(int folder, const char *path, char *out) {
  char full[PATH_MAX * 2], parent[PATH_MAX], link[64];
  if (record_fd < 0 || !path) return NULL;
  if (path[0] == '/') snprintf(full, sizeof full, "%s", path);
  else {
    char base[PATH_MAX];
    if (folder == AT_FDCWD) { if (!getcwd(base, sizeof base)) return NULL; }
    else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      ssize_t length = readlink(link, base, sizeof base - 1);
      if (length < 0) return NULL;
      base[length] = 0;
    }
    snprintf(full, sizeof full, "%s/%s", base, path);
  }
  size_t length = strlen(full);
  while (length > 1 && full[length - 1] == '/') full[--length] = 0;
  char *slash = strrchr(full, '/');
  if (!slash || slash == full) return NULL;
  *slash = 0;
  const char *name = slash + 1;
  if (!strcmp(name, ".") || !strcmp(name, "..")) { *slash = '/'; if (!realpath(full, parent)) return NULL; name = NULL; }
  else if (!realpath(full, parent)) return NULL;
  if (strlen(parent) + (name ? strlen(name) + 1 : 0) >= PATH_MAX) return NULL;
  if (name) { strcat(parent, "/"); strcat(parent, name); }
  if (!strcmp(parent, root)) { out[0] = 0; return out; }
  if (strncmp(parent, root, root_length) || parent[root_length] != '/') return NULL;
  strcpy(out, parent + root_length + 1);
  return out;
}
static void met(char kind, const char *path, const struct stat *found) {
  learn(found->st_ino);
  entry(kind, found->st_ino, S_ISDIR(found->st_mode) ? 2 : 1, 0, path, strlen(path));
}
/* Everything that is there before the process begins. */
static void survey(const char *folder, const char *relative) {
  DIR *open = opendir(folder);
  if (!open) return;
  for (struct dirent *one; (one = readdir(open));) {
    if (!strcmp(one->d_name, ".") || !strcmp(one->d_name, "..")) continue;
    char full[PATH_MAX], path[PATH_MAX];
    if (snprintf(full, sizeof full, "%s/%s", folder, one->d_name) >= PATH_MAX) abort();
    snprintf(path, sizeof path, "%s%s%s", relative, *relative ? "/" : "", one->d_name);
    struct stat found;
    if (lstat(full, &found)) continue;
    met('F', path, &found);
    if (S_ISDIR(found.st_mode)) survey(full, path);
  }
  closedir(open);
}
__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("ISTIADA_CUT_ROOT"), *record = getenv("ISTIADA_CUT_LOG");
  struct stat found;
  if (!folder || !record || !realpath(folder, root) || stat(root, &found)) return;
  root_length = strlen(root);
  root_device = found.st_dev;
  int fd = TRUE_CALL(open)(record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) abort();
  record_fd = fd;
  LOCKED({ met('F', "", &found); survey(root, ""); });
}

/* The inode behind a descriptor, where it lies below the root; else 0. */
static uint64_t inode_of(int fd) {
  struct stat found;
  if (record_fd < 0 || fd < 0 || fd == record_fd || fstat(fd, &found) || found.st_dev != root_device) return 0;
  return is_known(found.st_ino) ? found.st_ino : 0;
}
static uint64_t length_of(int fd) { struct stat found; return fstat(fd, &found) ? 0 : (uint64_t)found.st_size; }
static uint64_t place_of(int fd) {
  int flags = fcntl(fd, F_GETFL);
  return flags & O_APPEND ? length_of(fd) : (uint64_t)lseek(fd, 0, SEEK_CUR);
}
/* Records what now stands in a stretch of a file, for calls that do not say what they wrote. */
static void reread(int fd, uint64_t inode, uint64_t from, uint64_t length) {
  char link[64], buffer[65536];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  int again = TRUE_CALL(open)(link, O_RDONLY | O_CLOEXEC);
  if (again < 0) { cannot("a stretch could not be read back"); return; }
  while (length) {
    size_t want = length < sizeof buffer ? length : sizeof buffer;
    ssize_t count = pread(again, buffer, want, (off_t)from);
    if (count <= 0) break;
    entry('W', inode, from, 0, buffer, (uint64_t)count);
    from += (uint64_t)count;
    length -= (uint64_t)count;
  }
  TRUE_CALL(close)(again);
}

/* Opening: whether the name is new is asked before, and what was cut is recorded after. */
static void opened(int fd, int flags, const char *path, int was_there) {
  struct stat found;
  if (fd < 0 || !path || fstat(fd, &found)) return;
  if (S_ISCHR(found.st_mode) || S_ISFIFO(found.st_mode)) return;
  if ((flags & O_TMPFILE) == O_TMPFILE) { cannot("a file without a name was opened"); return; }
  if (!was_there && flags & O_CREAT) met('N', path, &found);
  else if (!is_known(found.st_ino)) { learn(found.st_ino); cannot("a file appeared that nobody made"); }
  if (was_there && flags & O_TRUNC && (flags & O_ACCMODE) != O_RDONLY) entry('T', found.st_ino, 0, 0, NULL, 0);
}
static int is_there(int folder, const char *path) { struct stat found; return !fstatat(folder, path, &found, AT_SYMLINK_NOFOLLOW); }
#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
#define OPENS(folder, call) MODE char out[PATH_MAX]; int fd; LOCKED({ \
  const char *name = below(folder, path, out); int was = name && is_there(folder, path); \
  fd = call; int kept = errno; opened(fd, flags, name, was); errno = kept; }); return fd;
int open(const char *path, int flags, ...) { OPENS(AT_FDCWD, TRUE_CALL(open)(path, flags, mode)) }
int open64(const char *path, int flags, ...) { OPENS(AT_FDCWD, TRUE_CALL(open64)(path, flags, mode)) }
int openat(int folder, const char *path, int flags, ...) { OPENS(folder, TRUE_CALL(openat)(folder, path, flags, mode)) }
int openat64(int folder, const char *path, int flags, ...) { OPENS(folder, TRUE_CALL(openat64)(folder, path, flags, mode)) }
int creat(const char *path, mode_t mode) { return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
#define STREAMS(name) FILE *name(const char *path, const char *how) { FILE *stream; char out[PATH_MAX]; LOCKED({ \
  if (strpbrk(how, "wa+") && below(AT_FDCWD, path, out)) cannot("a file was opened for buffered writing"); \
  stream = TRUE_CALL(name)(path, how); }); return stream; }
STREAMS(fopen) STREAMS(fopen64)

/* Writing. */
static void acknowledged(int fd, const void *data, ssize_t length) {
  if (record_fd >= 0 && fd == 1 && length >= 4 && !memcmp(data, "ACK ", 4)) entry('K', 0, 0, 0, data, (uint64_t)length);
}
ssize_t write(int fd, const void *data, size_t length) {
  ssize_t count;
  LOCKED({
    uint64_t inode = inode_of(fd), at = inode ? place_of(fd) : 0;
    count = TRUE_CALL(write)(fd, data, length);
    int kept = errno;
    if (inode && count > 0) entry('W', inode, at, 0, data, (uint64_t)count);
    acknowledged(fd, data, count);
    errno = kept;
  });
  return count;
}
#define WRITES_AT(name, type) ssize_t name(int fd, const void *data, size_t length, type at) { ssize_t count; LOCKED({ \
  uint64_t inode = inode_of(fd); count = TRUE_CALL(name)(fd, data, length, at); int kept = errno; \
  if (inode && count > 0) entry('W', inode, fcntl(fd, F_GETFL) & O_APPEND ? length_of(fd) - (uint64_t)count : (uint64_t)at, 0, data, (uint64_t)count); \
  errno = kept; }); return count; }
WRITES_AT(pwrite, off_t) WRITES_AT(pwrite64, off64_t)
static void pieces(uint64_t inode, uint64_t at, const struct iovec *piece, int count, ssize_t written) {
  for (int i = 0; i < count && written > 0; i++) {
    uint64_t length = piece[i].iov_len < (size_t)written ? piece[i].iov_len : (size_t)written;
    if (length) entry('W', inode, at, 0, piece[i].iov_base, length);
    at += length;
    written -= (ssize_t)length;
  }
}
ssize_t writev(int fd, const struct iovec *piece, int pieces_count) {
  ssize_t count;
  LOCKED({
    uint64_t inode = inode_of(fd), at = inode ? place_of(fd) : 0;
    count = TRUE_CALL(writev)(fd, piece, pieces_count);
    int kept = errno;
    if (inode) pieces(inode, at, piece, pieces_count, count);
    if (pieces_count > 0) acknowledged(fd, piece[0].iov_base, count < (ssize_t)piece[0].iov_len ? count : (ssize_t)piece[0].iov_len);
    errno = kept;
  });
  return count;
}
#define WRITES_PIECES(name, type) ssize_t name(int fd, const struct iovec *piece, int n, type at) { ssize_t count; LOCKED({ \
  uint64_t inode = inode_of(fd); count = TRUE_CALL(name)(fd, piece, n, at); int kept = errno; \
  if (inode) pieces(inode, (uint64_t)at, piece, n, count); errno = kept; }); return count; }
WRITES_PIECES(pwritev, off_t) WRITES_PIECES(pwritev64, off64_t)
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
  ssize_t count;
  LOCKED({
    uint64_t inode = inode_of(to), at = !inode ? 0 : to_at ? (uint64_t)*to_at : place_of(to);
    count = TRUE_CALL(copy_file_range)(from, from_at, to, to_at, length, flags);
    int kept = errno;
    if (inode && count > 0) reread(to, inode, at, (uint64_t)count);
    errno = kept;
  });
  return count;
}
#define SENDS(name, type) ssize_t name(int to, int from, type *at, size_t length) { ssize_t count; LOCKED({ \
  uint64_t inode = inode_of(to), place = inode ? place_of(to) : 0; count = TRUE_CALL(name)(to, from, at, length); \
  int kept = errno; if (inode && count > 0) reread(to, inode, place, (uint64_t)count); errno = kept; }); return count; }
SENDS(sendfile, off_t) SENDS(sendfile64, off64_t)

/* Lengths. */
#define CUTS(name, type) int name(int fd, type length) { int result; LOCKED({ uint64_t inode = inode_of(fd); \
  result = TRUE_CALL(name)(fd, length); int kept = errno; if (inode && !result) entry('T', inode, (uint64_t)length, 0, NULL, 0); errno = kept; }); return result; }
CUTS(ftruncate, off_t) CUTS(ftruncate64, off64_t)
int truncate(const char *path, off_t length) {
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  int result = ftruncate(fd, length);
  close(fd);
  return result;
}
/* Allocating shows as a new length, and as zeros where something was punched out. */
static void allocated(int fd, uint64_t inode, uint64_t before, uint64_t from, uint64_t length) {
  uint64_t after = length_of(fd);
  if (after != before) entry('T', inode, after, 0, NULL, 0);
  if (from < before) reread(fd, inode, from, from + length < before ? length : before - from);
}
#define ALLOCATES(name, type) int name(int fd, int how, type from, type length) { int result; LOCKED({ \
  uint64_t inode = inode_of(fd), before = inode ? length_of(fd) : 0; result = TRUE_CALL(name)(fd, how, from, length); int kept = errno; \
  if (inode && !result) { if (how & ~(FALLOC_FL_KEEP_SIZE | FALLOC_FL_PUNCH_HOLE | FALLOC_FL_ZERO_RANGE)) cannot("a stretch of a file was moved"); \
    else allocated(fd, inode, before, (uint64_t)from, (uint64_t)length); } errno = kept; }); return result; }
ALLOCATES(fallocate, off_t) ALLOCATES(fallocate64, off64_t)
#define PREPARES(name, type) int name(int fd, type from, type length) { int result; LOCKED({ \
  uint64_t inode = inode_of(fd), before = inode ? length_of(fd) : 0; result = TRUE_CALL(name)(fd, from, length); \
  if (inode && !result && length_of(fd) != before) entry('T', inode, length_of(fd), 0, NULL, 0); }); return result; }
PREPARES(posix_fallocate, off_t) PREPARES(posix_fallocate64, off64_t)

/* Syncing. sync_file_range makes nothing durable and is not recorded. */
#define SYNCS(name) int name(int fd) { int result; LOCKED({ uint64_t inode = inode_of(fd); result = TRUE_CALL(name)(fd); \
  int kept = errno; if (inode && !result) entry('S', inode, 0, 0, NULL, 0); errno = kept; }); return result; }
SYNCS(fsync) SYNCS(fdatasync)
void sync(void) { LOCKED({ TRUE_CALL(sync)(); if (record_fd >= 0) entry('S', 0, 0, 0, NULL, 0); }); }
int syncfs(int fd) { int result; LOCKED({ result = TRUE_CALL(syncfs)(fd); if (record_fd >= 0 && !result) entry('S', 0, 0, 0, NULL, 0); }); return result; }

/* Names. */
int mkdirat(int folder, const char *path, mode_t mode) {
  int result; char out[PATH_MAX]; struct stat found;
  LOCKED({
    const char *name = below(folder, path, out);
    result = TRUE_CALL(mkdirat)(folder, path, mode);
    int kept = errno;
    if (name && !result && !fstatat(folder, path, &found, AT_SYMLINK_NOFOLLOW)) met('N', name, &found);
    errno = kept;
  });
  return result;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
static int move(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  int result; char out_from[PATH_MAX], out_to[PATH_MAX]; struct stat lost;
  LOCKED({
    const char *name_from = below(from_folder, from, out_from), *name_to = below(to_folder, to, out_to);
    int replaces = name_to && !(flags & 2) && !fstatat(to_folder, to, &lost, AT_SYMLINK_NOFOLLOW) && lost.st_nlink == 1;
    result = TRUE_CALL(renameat2)(from_folder, from, to_folder, to, flags);
    int kept = errno;
    if (!result && (name_from || name_to)) {
      if (name_from && name_to) {
        char both[PATH_MAX * 2];
        size_t length = strlen(name_from);
        memcpy(both, name_from, length + 1);
        strcpy(both + length + 1, name_to);
        entry('R', 0, flags, 0, both, length + 1 + strlen(name_to));
        if (replaces) forget(lost.st_ino);
      } else cannot("a name was moved into the folder or out of it");
    }
    errno = kept;
  });
  return result;
}
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) { return move(a, from, b, to, flags); }
int renameat(int a, const char *from, int b, const char *to) { return move(a, from, b, to, 0); }
int rename(const char *from, const char *to) { return move(AT_FDCWD, from, AT_FDCWD, to, 0); }
int unlinkat(int folder, const char *path, int flags) {
  int result; char out[PATH_MAX]; struct stat lost;
  LOCKED({
    const char *name = below(folder, path, out);
    int last = name && !fstatat(folder, path, &lost, AT_SYMLINK_NOFOLLOW) && (S_ISDIR(lost.st_mode) || lost.st_nlink == 1);
    result = TRUE_CALL(unlinkat)(folder, path, flags);
    int kept = errno;
    if (name && !result) { entry('U', 0, 0, 0, name, strlen(name)); if (last) forget(lost.st_ino); }
    errno = kept;
  });
  return result;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) { struct stat found; return lstat(path, &found) ? -1 : unlinkat(AT_FDCWD, path, S_ISDIR(found.st_mode) ? AT_REMOVEDIR : 0); }
int linkat(int a, const char *from, int b, const char *to, int flags) {
  int result; char out[PATH_MAX]; struct stat found;
  LOCKED({
    const char *name = below(b, to, out);
    result = TRUE_CALL(linkat)(a, from, b, to, flags);
    int kept = errno;
    if (name && !result && !fstatat(b, to, &found, AT_SYMLINK_NOFOLLOW)) {
      if (is_known(found.st_ino)) entry('L', found.st_ino, 0, 0, name, strlen(name));
      else cannot("a name was made for a file of another folder");
    }
    errno = kept;
  });
  return result;
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
int symlinkat(const char *target, int folder, const char *path) {
  int result; char out[PATH_MAX];
  LOCKED({ if (below(folder, path, out)) cannot("a symbolic link was made"); result = TRUE_CALL(symlinkat)(target, folder, path); });
  return result;
}
int symlink(const char *target, const char *path) { return symlinkat(target, AT_FDCWD, path); }

/* Writing through memory leaves no trace to record. */
#define MAPS(name, type) void *name(void *at, size_t length, int may, int how, int fd, type from) { \
  if (may & PROT_WRITE && (how & MAP_TYPE) != MAP_PRIVATE && fd >= 0) LOCKED({ if (inode_of(fd)) cannot("a file was mapped for writing"); }); \
  return TRUE_CALL(name)(at, length, may, how, fd, from); }
MAPS(mmap, off_t) MAPS(mmap64, off64_t)
