# Kaplan-Meier curves by group and the log-rank test with R's survival: Rscript r-survival.R JOB FOLDER DAY..., where FOLDER holds JOB.bin (doubles), events.bin and groups.bin (bytes).
# Prints one line of JSON: seconds of the first time and of those after it, chi-square, survival and standard error of each group at each day, peak memory in KiB until the end of the first time.
suppressPackageStartupMessages(library(survival))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[2]
days <- as.numeric(arguments[-(1:2)])
bytes <- function(name) readBin(file.path(folder, name), "integer", file.size(file.path(folder, name)), size = 1)
events <- bytes("events.bin")
groups <- bytes("groups.bin")
times <- readBin(file.path(folder, paste0(arguments[1], ".bin")), "double", length(events))

once <- function() {
  start <- proc.time()[["elapsed"]]
  curves <- survfit(Surv(times, events) ~ groups)
  test <- survdiff(Surv(times, events) ~ groups)
  list(seconds = proc.time()[["elapsed"]] - start, curves = curves, statistic = test$chisq)
}

first <- once()
peak <- as.numeric(sub("[^0-9]*([0-9]+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE)))
warm <- sort(sapply(1:3, function(run) once()$seconds))
read <- summary(first$curves, times = days)
list_of <- function(values) paste0("[", paste(sprintf("%.17g", values), collapse = ","), "]")
cat(sprintf('{"seconds":%.6f,"warmSeconds":%.6f,"statistic":%.17g,"survival":%s,"errors":%s,"peakKiB":%.0f}\n', first$seconds, warm[2], first$statistic, list_of(read$surv), list_of(read$std.err), peak))
